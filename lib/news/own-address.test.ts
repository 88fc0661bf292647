import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { articles } from '@/db/schema/articles';
import { feeds } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { claimFeed } from '@/db/writes/claim-due-feeds';
import { seedFeeds } from '@/db/writes/seed-feeds';
import { createMemoryBus } from '@/lib/live/bus/memory';
import type { SourceId } from '@/lib/model/ids';
import { createHttp } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { newsDesk } from './desk';
import { withOwnAddresses } from './own-address';
import { pollFeed, type NewsParts } from './pipeline';
import { newsReader } from './reader';
import { catalogueFeed, startOutlet, type Outlet } from './testing';

const NOW = new Date('2026-11-23T12:00:00Z');
const SITE = 'https://site.example';

describe('an item gets an address of its own', () => {
  test.each([
    ['where another has its address, but neither its id nor its title', [['1', '/log', 'One'], ['2', '/log', 'Two']], ['/log#1', '/log#2']],
    ['where it links to the front page', [['1', '/', 'One']], ['/#1']],
    ['but not where both have the same title', [['1', '/log', 'One'], ['2', '/log', 'One']], ['/log', '/log']],
    ['but not where both have the same id', [['1', '/log', 'One'], ['1', '/log', 'Two']], ['/log', '/log']],
    ['but not where its address is its id', [[`${SITE}/`, '/', 'One'], ['2', '/log', 'Two']], ['/', '/log']],
    ['but not where each has its own', [['1', '/a', 'One'], ['2', '/b', 'Two']], ['/a', '/b']],
  ])('%s', (_, items, addresses) => {
    const written = items.map(([guid = '', path = '', title = '']) => ({
      guid, title, url: SITE + path, canonicalUrl: SITE + path,
    }));
    expect(withOwnAddresses(written).map(({ canonicalUrl }) => canonicalUrl)).toEqual(
      addresses.map((path) => SITE + path),
    );
  });
}); // prettier-ignore

describe('a feed whose items all link to one page keeps each of them', () => {
  useTestDatabase();
  const http = createHttp({ userAgent: 'Tapewire test', addresses: 'any' });
  const log = createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });
  let outlet: Outlet;
  let parts: NewsParts;

  beforeAll(async () => {
    outlet = await startOutlet();
    await seedFeeds(
      ['front', 'list'].map((id) => catalogueFeed(outlet.base, id)),
      NOW,
    );
    const [desk, reader] = await Promise.all([newsDesk(NOW), newsReader()]);
    parts = { bus: createMemoryBus(() => undefined), clock: () => NOW, log, http, desk, reader };
  });
  afterAll(async () => {
    await http.close();
    outlet.stop();
  });

  test.each([
    ['front', '/'],
    ['list', '/changes'],
  ])('from poll to poll, with the %s page for all', async (id, path) => {
    expect(await poll(id, path, ['Two', 'One'])).toBe(2);
    expect(await poll(id, path, ['Three', 'Two', 'One'])).toBe(1);
    expect(await poll(id, path, ['Five', 'Four', 'Three'])).toBe(2);
    expect(await poll(id, path, ['Five', 'Four', 'Three'])).toBe(0);
    const kept = await database()
      .select()
      .from(articles)
      .where(eq(articles.sourceId, id as SourceId));
    expect(kept.map(({ title }) => title).toSorted()).toEqual(['Five', 'Four', 'One', 'Three', 'Two']);
    expect(new Set(kept.map(({ url }) => url))).toEqual(new Set([outlet.base + path]));
  });

  /** @returns how many articles were new. */
  async function poll(id: string, path: string, titles: readonly string[]): Promise<number | undefined> {
    const items = titles.map(
      (title) =>
        `<item><title>${title}</title><link>${path}</link><guid isPermaLink="false">${id}-${title}</guid></item>`,
    );
    outlet.serve(`/${id}`, items);
    const [row] = await database()
      .select()
      .from(feeds)
      .where(eq(feeds.sourceId, id as SourceId));
    const feed = row && (await claimFeed(row.id, NOW));
    const result = feed && (await pollFeed(feed, parts));
    return result?.record.newArticles;
  }
});
