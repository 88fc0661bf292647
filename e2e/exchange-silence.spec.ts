import { expect, test } from './journey';

/** Of the exchange's event: live up to 15 s, delayed up to 60 s, then stale. */
const STALE_WITHIN_MS = 80_000;

test('an exchange that falls silent: the price turns stale and dimmed with its age, and comes back by itself', async ({
  page,
  world,
}) => {
  test.setTimeout(300_000);
  // Sleepless AI trades on one venue only: no other can hold its price.
  await page.goto('/token/sleepless-ai');
  const badge = page.locator('main [data-live-state="sleepless-ai"]').first();
  const price = page.locator('main [data-live-price="sleepless-ai"]').first();
  await expect(badge).toHaveAttribute('data-state', 'live', { timeout: 60_000 });

  await world.breakVenue({ venue: 'binance', kind: 'stall-all' });
  await expect(badge).toHaveAttribute('data-state', 'delayed', { timeout: 40_000 });
  await expect(badge).toHaveAttribute('data-state', 'stale', { timeout: STALE_WITHIN_MS });
  await expect(badge).toContainText(/min|s/);
  const dimmed = await price.evaluate((element) => getComputedStyle(element).opacity);
  const colour = await price.evaluate((element) => getComputedStyle(element).color);

  await world.clear();
  await expect(badge).toHaveAttribute('data-state', 'live', { timeout: 75_000 });
  const after = await price.evaluate((element) => [
    getComputedStyle(element).opacity,
    getComputedStyle(element).color,
  ]);
  expect([dimmed, colour]).not.toEqual(after);
});
