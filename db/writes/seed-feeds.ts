import { arrayOverlaps, inArray, or } from 'drizzle-orm';
import { database } from '@/db/client';
import { feeds, sources } from '@/db/schema/feeds';
import { defaultFullText, type FullTextMode, type Source } from '@/lib/model/feed';

/** First polls are spread so that a start does not ask every site at once. */
const SPREAD_MS = 250;

export interface CatalogueFeed {
  readonly source: Source;
  readonly url: string;
  /** How the address is known. */
  readonly provenance: string;
  /** Where its rhythm need not be learnt. */
  readonly fixedIntervalSeconds: number | undefined;
  /** How much of its articles readers are shown, where not by what kind of source it is. */
  readonly fullText?: FullTextMode;
}

/**
 * Adds what the catalogue has and the desk has not. What an operator changed, paused or removed stays as it is:
 * an address that was ever in the desk is left alone, also one that a feed has moved away from.
 */
export async function seedFeeds(catalogue: readonly CatalogueFeed[], now: Date): Promise<void> {
  if (catalogue.length === 0) return;
  const addresses = catalogue.map((feed) => feed.url);
  const known = await database()
    .select({ url: feeds.url, movedFrom: feeds.movedFrom })
    .from(feeds)
    .where(or(inArray(feeds.url, addresses), arrayOverlaps(feeds.movedFrom, addresses)));
  const knownUrls = new Set(known.flatMap((feed) => [feed.url, ...feed.movedFrom]));
  const missing = catalogue.filter((feed) => !knownUrls.has(feed.url));
  if (missing.length === 0) return;
  const missingSources = new Map(missing.map(({ source }) => [source.id, source]));
  await database().transaction(async (transaction) => {
    await transaction
      .insert(sources)
      .values([...missingSources.values()])
      .onConflictDoNothing();
    await transaction
      .insert(feeds)
      .values(
        missing.map((feed, position) => ({
          sourceId: feed.source.id,
          url: feed.url,
          provenance: feed.provenance,
          fixedIntervalSeconds: feed.fixedIntervalSeconds ?? null,
          fullText: feed.fullText ?? defaultFullText(feed.source),
          nextPollAt: new Date(now.getTime() + position * SPREAD_MS),
          stateSince: now,
        })),
      )
      .onConflictDoNothing();
  });
}
