import { expect, test } from './journey';

test('AI on Binance and AI on Coinbase are two tokens with two prices', async ({ page }) => {
  await page.goto('/token/sleepless-ai');
  const sleepless = await page.locator('main [data-live-price="sleepless-ai"]').first().textContent();
  await page.goto('/token/gensyn');
  const gensyn = await page.locator('main [data-live-price="gensyn"]').first().textContent();
  expect(sleepless).toMatch(/\d/);
  expect(gensyn).toMatch(/\d/);
  expect(gensyn).not.toBe(sleepless);
});

test('a contested symbol asks which token is meant', async ({ page }) => {
  await page.goto('/token/ai');
  await expect(page.getByRole('link', { name: /Sleepless AI/ }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /Gensyn/ }).first()).toBeVisible();
  await page
    .getByRole('link', { name: /Sleepless AI/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/token\/sleepless-ai$/);
});
