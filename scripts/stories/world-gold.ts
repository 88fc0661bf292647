import { writeRss } from '@/e2e/world/feeds/rss';
import { createPrices, type Prices } from '@/e2e/world/market/prices';
import type { Item } from '@/e2e/world/news/item';
import { createNewsroom } from '@/e2e/world/news/newsroom';
import { OUTLETS, type Outlet } from '@/e2e/world/news/outlets';
import { createTimeline, type Timeline } from '@/e2e/world/news/timeline';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import type { Source } from '@/lib/model/feed';
import type { SourceId } from '@/lib/model/ids';
import { toComparable } from '@/lib/news/desk';
import { readArticles, type TagArticle } from '@/lib/news/read-articles';
import { createTagger } from '@/lib/news/tag/tag-tokens';
import type { GoldArticle } from './read-gold';

const ORIGIN = 'http://127.0.0.1:1';
const START_MS = Date.UTC(2026, 10, 23, 12);
/** Denser than a real day: the same kinds of event come again and again under other names and with other figures. */
const EVENT_EVERY_MS = 6 * MINUTE_MS;

/** What the pretend internet tells in so many hours, oldest first: its newsroom knows which event each article tells. */
export async function worldGold({ seed, hours }: WorldSpan): Promise<readonly GoldArticle[]> {
  const items = tell({ seed, hours });
  const tagArticle = createArticleTagger();
  const told = await Promise.all(
    OUTLETS.map((outlet) =>
      readOutlet(
        outlet,
        items.filter((item) => item.outlet === outlet),
        tagArticle,
      ),
    ),
  );
  return told.flat().toSorted((a, b) => a.article.firstSeenAt.getTime() - b.article.firstSeenAt.getTime());
}

export interface WorldSpan {
  readonly seed: number;
  readonly hours: number;
}

function tell({ seed, hours }: WorldSpan): readonly Item[] {
  const prices: Prices = createPrices(seed, (from, to) => timeline.impulsesBetween(from, to));
  const changeOf = ({ id }: { readonly id: string }, ms: number) =>
    (prices.at(id, ms) / prices.at(id, ms - DAY_MS) - 1) * 100;
  const timeline: Timeline = createTimeline(seed, EVENT_EVERY_MS, changeOf);
  const newsroom = createNewsroom({
    ...{ timeline, prices, seed, origin: ORIGIN, startMs: START_MS, historyMs: 0, paused: false },
  });
  const told = new Map<string, Item>();
  for (let now = START_MS; now <= START_MS + hours * HOUR_MS; now += MINUTE_MS) {
    newsroom.tick(now);
    // The archive keeps so many of each outlet: they are taken as they come.
    for (const { slug } of OUTLETS) {
      for (const item of newsroom.itemsOf(slug).slice(0, 10)) told.set(item.guid, item);
    }
  }
  return [...told.values()];
}

/** By way of a feed and the desk's own reader, so that credits and excerpts are what the desk sees of them. */
async function readOutlet(outlet: Outlet, items: readonly Item[], tag: TagArticle): Promise<GoldArticle[]> {
  const entries = items.map((item) => ({ item, guid: item.guid, publishedAt: item.publishedAt }));
  const xml = writeRss({
    outlet: { ...outlet, feed: { ...outlet.feed, charset: 'utf-8' } },
    origin: ORIGIN,
    entries,
    updatedAt: START_MS,
  });
  const source = toSource(outlet);
  const reading = await readArticles(
    {
      bytes: Buffer.from(xml),
      contentType: 'application/rss+xml',
      url: `${ORIGIN}/outlets/${outlet.slug}/feed.xml`,
      source,
      seenAt: new Date(START_MS),
      known: new Set(),
    },
    tag,
  );
  if (reading.kind !== 'articles') throw new Error(`${outlet.slug}: ${reading.message}`);
  return reading.items.flatMap((read, nth): GoldArticle[] => {
    const item = items[nth];
    if (read.kind !== 'article' || !item) return [];
    const article = { ...toComparable(read.article, source), firstSeenAt: new Date(item.publishedAt) };
    return [{ article, story: `${outlet.language} ${eventOf(item)}` }];
  });
}

/** Two languages tell two stories: they are never joined. */
function eventOf({ guid, outlet }: Item): string {
  return guid.slice(outlet.slug.length + 1);
}

function toSource({ slug, name, language, country, kind, cryptoOnly }: Outlet): Source {
  return {
    id: slug as SourceId,
    name,
    siteUrl: `${ORIGIN}/outlets/${slug}/`,
    language,
    country,
    kind,
    cryptoOnly,
  };
}

function createArticleTagger(): TagArticle {
  const tagTokens = createTagger(readTokenCatalogue());
  return (article, { name, cryptoOnly }) => {
    const { title, dek, bodyText } = article;
    const tokens = tagTokens({ title, dek, bodyText, sourceName: name, cryptoOnly });
    return { ...article, tokens, refused: [], topics: [] };
  };
}
