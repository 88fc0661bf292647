import type { Page } from '@playwright/test';
import { expect, test } from './journey';

const MINUTE_MS = 60_000;
const WITHIN_MS = 90_000;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS).toISOString();

const BREACH = {
  ledgerline: {
    title: 'Tidewater exchange halts withdrawals after $42 million hot wallet breach',
    html: '<p>Tidewater, an exchange in Valletta, halted all withdrawals on Tuesday after attackers drained $42 million from its hot wallet.</p><p>The exchange said that cold storage was untouched and that customers would be made whole from its reserve.</p>',
    publishedAt: minutesAgo(14),
  },
  hashmeadow: {
    title: 'Hackers take $42 million from Tidewater exchange, withdrawals halted',
    html: '<p>The Tidewater exchange lost $42 million from a hot wallet on Tuesday. Withdrawals are halted while it looks into the breach.</p><p>Its cold storage was not touched, said the company from Valletta.</p>',
    publishedAt: minutesAgo(9),
  },
  'slot-and-epoch': {
    title: 'Tidewater halts withdrawals: $42 million gone in hot wallet breach',
    html: '<p>A breach of the hot wallet cost the Tidewater exchange $42 million on Tuesday, and withdrawals stand still.</p><p>Customers will be repaid from the reserve, the Valletta exchange promised.</p>',
    publishedAt: minutesAgo(5),
  },
} as const;

test('one event is one story: who was first, who reports, who copies, and what was changed', async ({
  page,
  world,
}) => {
  const first = await world.publish({ outlet: 'ledgerline', ...BREACH.ledgerline });
  await expectStory(page, BREACH.ledgerline.title, /Ledgerline Post/);
  const second = await world.publish({ outlet: 'hashmeadow', ...BREACH.hashmeadow });
  await world.publish({ outlet: 'slot-and-epoch', ...BREACH['slot-and-epoch'] });
  for (const outlet of ['coinrelay', 'blockbrief-wire'])
    await world.publish({ outlet, title: BREACH.ledgerline.title, repostOf: first.guid });
  const story = await expectStory(page, BREACH.ledgerline.title, /3 publishers, 2 reposts/);

  await story.getByRole('link', { name: '3 publishers, 2 reposts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: BREACH.ledgerline.title })).toBeVisible();
  const reports = page.getByTestId('reports').locator(':scope > li');
  await expect(reports).toHaveCount(3);
  await expect(reports.nth(0)).toContainText(/Ledgerline Post · lead · the original by the word of/);
  await expect(reports.nth(1)).toContainText(/\+5 min.*Hashmeadow/s);
  await expect(reports.nth(2)).toContainText(/\+9 min.*Slot/s);
  const copies = reports.nth(0).getByTestId('reposts');
  await copies.getByText('2 reposts').click();
  await expect(copies).toContainText(/CoinRelay Now \+\d+ min · its own last line says so/);
  await expect(copies).toContainText(/Blockbrief Wire \+\d+ min/);

  await world.retitle({
    guid: second.guid,
    title: 'Hackers take $58 million from Tidewater exchange, withdrawals halted',
  });
  const ledger = page.getByTestId('headline-ledger');
  await expect(async () => {
    await page.reload();
    await expect(ledger).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: WITHIN_MS });
  await expect(ledger).toContainText('Hashmeadow');
  await expect(ledger.locator('del')).toContainText('42');
  await expect(ledger.locator('ins')).toContainText('58');
});

test('a tag says why it stands there, and a reader can say that it is wrong, with and without a script', async ({
  page,
  world,
  browser,
  baseURL,
}) => {
  const title = 'Sleepless AI (AI) writes a diary for its companions';
  await world.publish({ outlet: 'ledgerline', title, html: '<p>The diary opens in spring.</p>' });
  const story = await expectStory(page, title, /AI/);
  const tag = story.getByRole('link', { name: /^AI/ });
  const hint = story.getByText(/Title: “Sleepless AI \(AI\)”/);
  await expect(tag).toHaveAccessibleDescription(/Sleepless AI Title: “Sleepless AI \(AI\)”, the name stands/);
  await expect(hint).toBeHidden();
  await tag.hover();
  await expect(hint).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hint).toBeHidden();
  await tag.press('Shift');
  await tag.focus();
  await expect(hint).toBeVisible();
  await story.getByRole('link', { name: 'Wrong coin?' }).click();

  const card = page.getByTestId('token-card');
  await expect(card).toContainText(/Why this token Title: “Sleepless AI \(AI\)”/);
  await card.getByText('Wrong coin?').click();
  await card.getByLabel(/What is it about/).fill('It is about diaries.');
  await card.getByRole('button', { name: 'Send' }).click();
  await expect(card.getByRole('status').filter({ hasText: 'Thank you' })).toBeVisible();

  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const plain = await context.newPage();
  await plain.goto(page.url());
  const plainCard = plain.getByTestId('token-card');
  await expect(plainCard).toContainText(/Why this token Title: “Sleepless AI \(AI\)”/);
  await plainCard.getByText('Wrong coin?').click();
  await plainCard.getByRole('button', { name: 'Send' }).click();
  await expect(plainCard).toContainText(/Thank you, your word on this is noted already/);
  await context.close();
});

test('a symbol that several tokens share asks which is meant, with venue and since when', async ({
  page,
}) => {
  await page.goto('/token/ai');
  await expect(page.getByRole('heading', { level: 1, name: 'Which AI do you mean?' })).toBeVisible();
  const gensyn = page.locator('main li').filter({ hasText: 'Gensyn' }).first();
  await expect(gensyn).toContainText(/Coinbase AI-USD\s*since 29 Apr 2026/);
  await gensyn.getByRole('link', { name: /Gensyn/ }).click();
  await expect(page).toHaveURL(/\/token\/gensyn$/);
});

test.describe('as operator', () => {
  test.use({ asOperator: true });

  test('a topic’s new rules are rehearsed, saved and undone, and its feed follows', async ({
    page,
    world,
  }) => {
    const title = 'Quayside lanterns are counted twice a year';
    await world.publish({ outlet: 'ledgerline', title, html: '<p>The harbour counts its lanterns.</p>' });
    await expectStory(page, title, /./);
    await page.goto('/console/topics');
    await page.getByRole('link', { name: 'ETFs', exact: true }).click();
    const words = page.getByLabel('Words and phrases, one a line');
    await words.fill(`${await words.inputValue()}\nquayside lanterns`);
    await page.getByRole('button', { name: 'See what it would change' }).click();
    await expect(page.getByRole('region', { name: 'Would enter' })).toContainText(title);
    await page.getByRole('button', { name: 'Save and file them anew' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved: 1 article entered' })).toBeVisible();
    await page.goto('/topic/etf');
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    const href = await page.locator('link[rel=alternate][type="application/rss+xml"]').getAttribute('href');
    const feed = await page.request.get(href ?? '');
    expect(feed.headers()['content-type']).toContain('application/rss+xml');
    expect(await feed.text()).toContain(title);

    await page.goto('/console/topics/etf');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('· undone')).toBeVisible();
    await expect(words).not.toHaveValue(/quayside/);
    await page.goto('/topic/etf');
    await expect(page.getByRole('link', { name: title })).toHaveCount(0);
  });
});

/** The front page's story of that headline, once it says so. */
async function expectStory(page: Page, title: string, words: RegExp) {
  const story = page.locator('article[data-story]').filter({ hasText: title }).first();
  await expect(async () => {
    await page.goto('/');
    await expect(story).toContainText(words, { timeout: 2_000 });
  }).toPass({ timeout: WITHIN_MS });
  return story;
}
