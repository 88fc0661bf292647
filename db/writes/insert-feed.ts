import { eq } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { feeds, sources } from '@/db/schema/feeds';
import { defaultFullText, type FullTextMode, type Source } from '@/lib/model/feed';
import type { FeedId, SourceId } from '@/lib/model/ids';

export interface FeedToInsert {
  readonly url: string;
  readonly provenance: string;
  /** An existing source by its id, or a new one; its id is a wish that gets a number where it is taken. */
  readonly source: SourceId | Source;
  /** When it is asked first; at once where nothing is said. */
  readonly firstPollAt?: Date;
  /** What readers are shown of its articles, where not by what kind of source it is. */
  readonly fullText?: FullTextMode | undefined;
}

export type InsertedFeed =
  { readonly kind: 'inserted' | 'restored' | 'exists'; readonly id: FeedId } | { readonly kind: 'no-source' };

/** Adds a feed to the catalogue, due at once. An address that was taken out comes back with its history. */
export async function insertFeed(wanted: FeedToInsert, now: Date): Promise<InsertedFeed> {
  return database().transaction((transaction) => insertFeedWithin(transaction, wanted, now));
}

/** The same as a part of a larger change. */
export async function insertFeedWithin(
  transaction: Transaction,
  wanted: FeedToInsert,
  now: Date,
): Promise<InsertedFeed> {
  const known = await transaction
    .select({ id: feeds.id, removedAt: feeds.removedAt })
    .from(feeds)
    .where(eq(feeds.url, wanted.url))
    .for('update');
  const current = known.find((feed) => feed.removedAt === null);
  if (current) return { kind: 'exists', id: current.id };
  const source = await settleSource(transaction, wanted.source, now);
  if (!source) return { kind: 'no-source' };
  const [former] = known;
  const stamps = {
    sourceId: source.id,
    provenance: wanted.provenance,
    nextPollAt: wanted.firstPollAt ?? now,
  };
  if (former) {
    await transaction
      .update(feeds)
      .set({
        ...stamps,
        ...(wanted.fullText && { fullText: wanted.fullText }),
        state: 'new',
        stateReason: null,
        stateSince: now,
        failures: 0,
        removedAt: null,
      })
      .where(eq(feeds.id, former.id));
    return { kind: 'restored', id: former.id };
  }
  const [inserted] = await transaction
    .insert(feeds)
    .values({
      ...stamps,
      url: wanted.url,
      fullText: wanted.fullText ?? defaultFullText(source),
      stateSince: now,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: feeds.id });
  return inserted ? { kind: 'inserted', id: inserted.id } : findTwin(transaction, wanted.url);
}

/** Somebody else added the same address between our look and our write. */
async function findTwin(transaction: Transaction, url: string): Promise<InsertedFeed> {
  const [twin] = await transaction.select({ id: feeds.id }).from(feeds).where(eq(feeds.url, url));
  if (!twin) throw new Error('A feed was neither inserted nor found.');
  return { kind: 'exists', id: twin.id };
}

async function settleSource(
  transaction: Transaction,
  wanted: SourceId | Source,
  now: Date,
): Promise<Pick<Source, 'id' | 'kind'> | undefined> {
  const told = { id: sources.id, kind: sources.kind };
  if (typeof wanted === 'string') {
    const [row] = await transaction.select(told).from(sources).where(eq(sources.id, wanted));
    return row;
  }
  for (let number = 1; ; number += 1) {
    const id = (number === 1 ? wanted.id : `${wanted.id}-${number}`) as SourceId;
    const [row] = await transaction
      .insert(sources)
      .values({ ...wanted, id, createdAt: now })
      .onConflictDoNothing()
      .returning(told);
    if (row) return row;
  }
}
