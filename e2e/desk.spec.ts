import { DeskPage } from './pages/desk-page';
import { expect, test } from './journey';

test.describe('the desk', () => {
  test('shows stories and prices that move while one looks', async ({ page }) => {
    const desk = new DeskPage(page);
    await desk.openLive();
    await expect.poll(() => desk.stories.count(), { timeout: 60_000 }).toBeGreaterThanOrEqual(20);

    const before = await desk.prices();
    expect(before.size).toBeGreaterThanOrEqual(10);
    await expect
      .poll(async () => {
        const now = await desk.prices();
        return [...now].filter(([token, price]) => before.get(token) !== price).length;
      })
      .toBeGreaterThanOrEqual(10);
  });

  test('says on every page, and in the API, that the world is simulated', async ({ page, request }) => {
    for (const path of [
      '/',
      '/status',
      '/topic',
      '/token/bitcoin',
      '/source',
      '/no-such-page',
      '/console/sign-in',
    ]) {
      await page.goto(path);
      await expect(page.getByTestId('simulated-banner'), path).toBeVisible();
    }
    for (const path of [
      '/api/v1/prices?ids=bitcoin',
      '/api/v1/stories',
      '/api/v1/candles?token=bitcoin&range=1h',
    ]) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(200);
      expect(await answer.json(), path).toMatchObject({ simulated: true });
    }
  });

  test('keeps a story that comes in behind "1 new", without a reload', async ({ page, world }) => {
    const desk = new DeskPage(page);
    await desk.openLive();
    await expect(desk.newStories).toHaveCount(0);
    const title = 'Harbour lighthouse keepers file a ledger of the tides on Ethereum';
    await world.publish({
      outlet: 'ledgerline',
      title,
      html: '<p>Every tide of the year, in one public ledger.</p>',
    });

    await expect(desk.newStories).toHaveText(/1 new/);
    await expect(desk.story(title)).toHaveCount(0);
    await desk.newStories.click();
    await expect(desk.story(title)).toBeVisible();
    await expect(desk.newStories).toHaveCount(0);
  });

  test('is readable without JavaScript', async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    const page = await context.newPage();
    const desk = new DeskPage(page);
    await desk.open();
    expect(await desk.stories.count()).toBeGreaterThanOrEqual(20);
    expect((await desk.prices()).get('bitcoin')).toMatch(/\d/);
    await desk.stories.first().getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await context.close();
  });

  test('keeps theme and palette, from the first paint on', async ({ page }) => {
    await new DeskPage(page).openLive();
    await page.locator('summary').filter({ hasText: 'Theme, colours and times' }).click();
    await page.getByRole('radio', { name: 'Light' }).check();
    await page.locator('input[name=palette][value=accessible]').check();
    await expect(page.locator('html[data-theme=light][data-palette=accessible]')).toBeAttached();
    const html = await (await page.request.get('/')).text();
    expect(html).toMatch(/<html[^>]*data-theme="light"/);
    expect(html).toMatch(/<html[^>]*data-palette="accessible"/);
  });
});
