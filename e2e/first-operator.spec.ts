import { expect, test } from './journey';
import { makeOperator, OPERATOR } from './make-operator';

test('the link in the log makes the first operator, once, who can sign in again', async ({ page, pair }) => {
  await page.goto(pair.setupPath);
  await page.getByLabel('Name').fill(OPERATOR.name);
  await page.getByLabel('E-mail address').fill(OPERATOR.email);
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Make operator and sign in' }).click();
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/needs at least 12 characters/);
  await makeOperator(page, pair.setupPath);

  await page.context().clearCookies();
  await page.goto(pair.setupPath);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make operator and sign in' })).toHaveCount(0);

  await page.goto('/console/sign-in');
  await page.getByLabel('E-mail address').fill(OPERATOR.email);
  await page.getByLabel('Password').first().fill(OPERATOR.password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await expect(page).toHaveURL(/\/console\/feeds/);
});
