import { ConsolePage } from './pages/console-page';
import { expect, requireVariable, test } from './journey';

const OPERATOR = {
  name: 'Operator',
  email: 'operator@desk.example',
  password: 'nine lives of a lighthouse cat',
};

test.describe.configure({ mode: 'serial' });

test('the console is closed to strangers', async ({ page }) => {
  for (const path of ['/console', '/console/feeds', '/console/feeds/new', '/console/feeds/1']) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/console\/sign-in/);
  }
});

test('the link in the log makes the first operator, once', async ({ page }) => {
  const link = requireVariable('DESK_SETUP_PATH');
  await page.goto(link);
  await page.getByLabel('Name').fill(OPERATOR.name);
  await page.getByLabel('E-mail address').fill(OPERATOR.email);
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Make operator and sign in' }).click();
  const password = page.getByLabel('Password');
  // The answer empties the field: what is typed before it comes would be lost.
  await expect(password).toHaveAccessibleDescription(/needs at least 12 characters/);
  await password.fill(OPERATOR.password);
  await page.getByRole('button', { name: 'Make operator and sign in' }).click();
  await expect(page).toHaveURL(/\/console\/feeds$/);

  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole('button', { name: 'Make operator and sign in' })).toHaveCount(0);
});

test.describe('signed in', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/console/sign-in');
    await page.getByLabel('E-mail address').fill(OPERATOR.email);
    await page.getByLabel('Password').first().fill(OPERATOR.password);
    await page.getByRole('button', { name: /sign in/i }).click();
    await expect(page).toHaveURL(/\/console\/feeds/);
  });

  test('an address that is no feed is told why, and nothing is stored', async ({ page, world }) => {
    test.setTimeout(120_000);
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
      ['http://127.0.0.1:1/feed', /refused the connection/i],
    ];
    for (const [address, words] of cases) {
      await expect(await console_.preview(address), address).toContainText(words, { timeout: 40_000 });
      await expect(page.getByRole('button', { name: 'Add to the catalogue' }), address).toHaveCount(0);
    }
    await console_.openFeeds();
    await expect(console_.row('10.0.0.1')).toHaveCount(0);
    await expect(console_.row('no-such-page')).toHaveCount(0);
  });

  test('a feed is previewed, added, paused, asked again, removed and put back', async ({ page }) => {
    test.setTimeout(120_000);
    const console_ = new ConsolePage(page);
    const address = `${requireVariable('WORLD_URL')}/outlets/hashmeadow/atom.xml?desk=second`;
    const preview = await console_.preview(address);
    await expect(preview.getByRole('article').or(preview.getByRole('listitem')).first()).toBeVisible();
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
    await page
      .getByRole('button', { name: /Undo|Put back/ })
      .first()
      .click();
    await expect(console_.row('desk=second')).toHaveCount(1);
  });
});
