import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, requireVariable, test } from './journey';
import { OpmlPage } from './pages/opml-page';

test('lists of feeds are closed to strangers, both ways', async ({ page, request }) => {
  for (const path of ['/console/opml', '/console/opml/1', '/console/opml/export', '/console/settings']) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/console\/sign-in/);
  }
  const file = { name: 'list.opml', mimeType: 'text/x-opml', buffer: Buffer.from('<opml/>') };
  const answer = await request.post('/console/opml/upload', { multipart: { file }, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  expect(answer.headers()['location']).toContain('/console/sign-in');
});

test.describe('signed in', () => {
  test.use({ asOperator: true });

  test('a list tells line by line what became of it, and what it added goes in one act', async ({ page }) => {
    const known = `${requireVariable('WORLD_URL')}/outlets/ledgerline/feed.xml`;
    const lists = new OpmlPage(page);
    await lists.open();
    await lists.bring('my list.opml', listOf(known));

    await expect(page.getByText('All 12 lines are done, 3 feeds added.')).toBeVisible();
    await expect(lists.line('Known')).toContainText('In the catalogue already.');
    await expect(lists.line('First & foremost')).toContainText('New source: First & foremost.');
    await expect(lists.line('Twin')).toContainText('The same address as line 2.');
    await expect(lists.line('Spelled otherwise')).toContainText(
      'Another spelling of https://first.example/feed',
    );
    await expect(lists.line('In a folder')).toContainText('Desks / Asia');
    await expect(lists.line('Private')).toContainText('belongs to a private network');
    await expectNothingByAxe(page);

    await lists.only('refused');
    await expect(lists.lines).toHaveCount(6);
    await expect(lists.line('Mail')).toContainText('is not a web address: it begins with mailto:');
    await expect(lists.line('Nothing')).toContainText('The line has no address.');
    await lists.only('all');
    await lists.line('First & foremost').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('First & foremost');
    await expect(page.getByText('from the list my list.opml')).toBeVisible();
    await page.goBack();

    await page.getByRole('button', { name: 'Remove the 3 feeds it added' }).click();
    await expect(page.getByText('3 feeds taken out of the catalogue.')).toBeVisible();
    await expect(lists.line('First & foremost')).toContainText('removed since');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('3 feeds back in the catalogue.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('3 feeds taken out of the catalogue.')).toBeVisible();
  });

  test('what is exported is known when it comes back', async ({ page }) => {
    const lists = new OpmlPage(page);
    await lists.open();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export the catalogue' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^tapewire-\d{4}-\d\d-\d\d\.opml$/);
    await lists.bringFile(await file.path());
    await expect(page.getByText(/lines are done, 0 feeds added/)).toBeVisible();
    await expect(page.getByRole('link', { name: /^all/ })).toBeVisible();
    await expect(page.getByRole('link', { name: /merged|refused|added/ })).toHaveCount(0);
  });

  test('a file that is no list is told what it is instead', async ({ page }) => {
    const lists = new OpmlPage(page);
    await lists.open();
    await expectNothingByAxe(page);
    await lists.bring('page.html', '<!doctype html><html><body>Feeds</body></html>');
    await expect(page.getByText(/This is a web page, not a list of feeds/)).toBeVisible();
    await lists.bring('feed.xml', '<rss version="2.0"><channel><title>x</title></channel></rss>');
    await expect(page.getByText(/This is a feed itself/)).toBeVisible();
  });

  test('a feed has settings of its own, told beside the field where they do not fit', async ({ page }) => {
    // No other journey waits for news of this outlet.
    await page.goto('/console/feeds?q=northquay');
    await page.getByRole('link', { name: 'Northquay Announcements' }).click();
    const form = page.getByRole('region', { name: 'Settings' });
    const every = form.getByLabel('How many');
    await form.getByLabel('Every', { exact: true }).check();
    await every.fill('5');
    await form.getByLabel('Unit').selectOption('minutes');
    await form.getByLabel('The text of its own page').check();
    await form.getByLabel('For', { exact: true }).check();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByLabel('Days', { exact: true })).toHaveAccessibleDescription(/Write a number/);
    await form.getByLabel('Days', { exact: true }).fill('90');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('Saved. It holds from now on.')).toBeVisible();
    await page.reload();
    await expect(form.getByLabel('Days', { exact: true })).toHaveValue('90');
    await expect(form.getByLabel('The text of its own page')).toBeChecked();
    await expectNothingByAxe(page);
    await form.getByLabel('As for all feeds').check();
    await form.getByLabel('All that the feed delivers').check();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByRole('button', { name: 'Undo' })).toBeVisible();
  });

  test('a rule by which something would go is saved only after that was told', async ({ page }) => {
    await page.goto('/console/settings');
    await page.getByLabel('For', { exact: true }).check();
    await page.getByLabel('Days articles are kept').fill('9000');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText(/As it was before/)).toBeVisible();
    await expect(page.getByLabel('For ever')).toBeChecked();
    await expectNothingByAxe(page);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('a list is brought all the same', async ({ page }) => {
      const lists = new OpmlPage(page);
      await lists.open();
      await lists.bring(
        'plain.opml',
        '<opml><body><outline text="Mail" xmlUrl="mailto:a@b.example"/></body></opml>',
      );
      await expect(async () => {
        await page.reload();
        await expect(page.getByText('Its line is done, 0 feeds added.')).toBeVisible({ timeout: 500 });
      }).toPass();
    });
  });
});

/** Twelve lines, every result among them, none of it well-formed. */
function listOf(known: string): string {
  return `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
    <outline text="Known" xmlUrl="${known}"/>
    <outline text="First & foremost" xmlUrl="https://first.example/feed"/>
    <outline text="Twin" XMLURL="https://first.example/feed"/>
    <outline text="Spelled otherwise" xmlUrl="http://www.first.example/feed/"/>
    <outline text="Desks"><outline text="Asia"><outline text="In a folder" xmlUrl="feed://second.example/rss"/></outline></outline>
    <outline text="a < b" xmlUrl="third.example/atom"/>
    <outline text="Private" xmlUrl="http://10.0.0.1/feed"/>
    <outline text="Metadata" xmlUrl="http://169.254.169.254/latest"/>
    <outline text="Mail" xmlUrl="mailto:desk@first.example"/>
    <outline text="Script" xmlUrl="javascript:alert(1)"/>
    <outline text="Password" xmlUrl="https://me:word@first.example/feed"/>
    <outline text="Nothing" xmlUrl=""/>`;
}

async function expectNothingByAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
}
