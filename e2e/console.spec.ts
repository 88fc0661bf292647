import { ConsolePage } from './pages/console-page';
import { expect, requireVariable, test } from './journey';
import { findFreePort } from './free-port';

test('the console is closed to strangers', async ({ page }) => {
  for (const path of ['/console', '/console/feeds', '/console/feeds/new', '/console/feeds/1']) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/console\/sign-in/);
  }
});

test.describe('signed in', () => {
  test.use({ asOperator: true });

  test('an address that is no feed is told why, and nothing is stored', async ({ page, world }) => {
    const console_ = new ConsolePage(page);
    const base = requireVariable('WORLD_URL');
    await world.breakOutlet({ outlet: 'kettenblick', kind: 'redirect-loop' });
    await world.breakOutlet({ outlet: 'manarat', kind: 'huge' });
    const cases: readonly (readonly [string, RegExp])[] = [
      ['not an address', /not a web address|no web address/i],
      ['http://10.0.0.1/feed', /may not be reached/i],
      ['http://169.254.169.254/latest/meta-data', /may not be reached/i],
      [`${base}/outlets/ledgerline/no-such-page`, /404|no such page/i],
      [`${base}/manifest.json`, /no feed|not a feed|JSON/i],
      [`${base}/outlets/kettenblick/feed.xml?again`, /circle|redirects/i],
      [`${base}/outlets/manarat/atom.xml?again`, /more than|too large|larger/i],
      [`http://127.0.0.1:${await findFreePort()}/feed`, /refused the connection/i],
    ];
    for (const [address, words] of cases) {
      await console_.preview(address);
      await expect(console_.refusal, address).toContainText(words, { timeout: 40_000 });
      await expect(page.getByRole('button', { name: 'Add to the catalogue' }), address).toHaveCount(0);
    }
    await console_.openFeeds();
    await expect(console_.row('ledgerline')).not.toHaveCount(0);
    await expect(console_.row('10.0.0.1')).toHaveCount(0);
    await expect(console_.row('no-such-page')).toHaveCount(0);
  });

  test('a feed is previewed, added, paused, asked again, removed and put back', async ({ page }) => {
    const console_ = new ConsolePage(page);
    const address = `${requireVariable('WORLD_URL')}/outlets/hashmeadow/atom.xml?desk=second`;
    await console_.preview(address);
    await expect(console_.articles.first()).toBeVisible();
    await page.getByRole('button', { name: 'Add to the catalogue' }).click();
    await expect(page).not.toHaveURL(/\/console\/feeds\/new/);
    await console_.openFeeds();
    const row = console_.row('desk=second');
    await expect(row).toHaveCount(1);

    await row.getByRole('button', { name: /^Pause/ }).click();
    await expect(row).toContainText(/paused/i);
    await row.getByRole('button', { name: /^Resume/ }).click();
    await expect(row.getByRole('button', { name: /^Pause/ })).toBeVisible();
    await row.getByRole('button', { name: /^Refresh/ }).click();
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /new|unchanged|being asked/i })
        .first(),
    ).toBeVisible();
    await row.getByRole('button', { name: /^Remove/ }).click();
    await expect(row).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row).toHaveCount(1);
  });
});
