import { expect, test } from './journey';

for (const path of [
  '/token/no-such-token',
  '/topic/no-such-topic',
  '/source/nobody',
  '/article/nothing-999999',
  '/story/nothing-999999',
  '/elsewhere',
]) {
  test(`${path} answers 404 with a way on`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main').getByRole('link').first()).toBeVisible();
  });
}

test('an address with a broken escape is a bad request, not a failure', async ({ request }) => {
  const answer = await request.get('/token/%E0%A4%A');
  expect(answer.status()).toBe(400);
});
