import type { Page } from '@playwright/test';
import { expect, test } from './journey';

const BODY = '<p>The programme runs until spring.</p><h2>What follows</h2><p>A report is due in summer.</p>';

/** Opens the article of that title from its outlet's page once it is there: its story may go by another headline. */
async function openArticle(page: Page, title: string): Promise<void> {
  const link = page.getByRole('link', { name: title }).first();
  await expect(async () => {
    await page.goto('/source/ledgerline');
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 90_000 });
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test.describe('the price card beside an article', () => {
  test('is absent where the article is about artificial intelligence and no token', async ({
    page,
    world,
  }) => {
    const title = 'Artificial intelligence (AI) rules take shape in China';
    await world.publish({ outlet: 'ledgerline', title, html: BODY });
    await openArticle(page, title);
    await expect(page.getByTestId('token-card')).toHaveCount(0);
    await expect(page.getByText('Why this token')).toHaveCount(0);
  });

  test('is Sleepless AI where the article is on Sleepless AI, and says why', async ({ page, world }) => {
    const title = 'Sleepless AI (AI) opens its companion game to new players';
    await world.publish({ outlet: 'ledgerline', title, html: BODY });
    await openArticle(page, title);
    const card = page.getByTestId('token-card');
    await expect(card).toHaveCount(1);
    await expect(card).toContainText('Sleepless AI (AI)');
    await expect(card.locator('[data-live-price="sleepless-ai"]')).toContainText(/\d/);
    await expect(card).toContainText('Sleepless AI (AI)');
    await expect(card.getByText('Why this token')).toBeVisible();
    await expect(card).toContainText(/title/i);
  });
});

test('an article has title, source with link, times with zone, headings, and more to read', async ({
  page,
  world,
}) => {
  const title = 'Solana (SOL) validators vote on a shorter epoch';
  await world.publish({ outlet: 'ledgerline', title, html: BODY });
  await openArticle(page, title);
  await expect(page.getByRole('heading', { level: 2, name: 'What follows' })).toBeVisible();
  const times = page.locator('article time');
  await expect(times.first()).toHaveAttribute('datetime', /Z$/);
  await expect(page.locator('main')).toContainText(/UTC/);
  await expect(page.getByRole('heading', { name: 'You may also like' })).toBeVisible();
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /^http/);
  await expect(page.getByRole('button', { name: /Share/ }).first()).toBeVisible();
});

test('a repost credits who was first, says whom to write to, and is not indexed', async ({ page, world }) => {
  const title = 'Bitcoin miners in the north move their rigs by sledge';
  const original = await world.publish({ outlet: 'ledgerline', title, html: BODY });
  await openArticle(page, title);
  await world.publish({ outlet: 'coinrelay', title, repostOf: original.guid });
  const copy = page.locator('[data-testid=repost-notice]');
  await expect(async () => {
    await page.goto('/source/coinrelay');
    await page.getByRole('link', { name: title }).first().click({ timeout: 5_000 });
    await expect(copy).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 90_000 });
  await expect(copy).toContainText('Ledgerline Post');
  await expect(copy).toContainText('removal@desk.example');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await expect(page.locator('main')).not.toContainText(/appeared first on/);
  await page.goto('/');
  await expect(page.locator('article[data-story]').filter({ hasText: title })).toContainText(
    '1 publisher, 1 repost',
  );
});
