import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { connectDatabase, database, disconnectDatabase } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { articles, headlineChanges } from '@/db/schema/articles';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import { claimDueFeeds } from '@/db/writes/claim-due-feeds';
import { seedFeeds } from '@/db/writes/seed-feeds';
import { seedTokens } from '@/db/writes/seed-tokens';
import { createMemoryBus } from '@/lib/live/bus/memory';
import type { FeedToPoll } from '@/lib/model/feed';
import type { SourceId } from '@/lib/model/ids';
import { newsDesk } from '@/lib/news/desk';
import { readArticles, type TagArticle } from '@/lib/news/read-articles';
import { createTagger } from '@/lib/news/tag/tag-tokens';
import { takeIn } from '@/lib/news/take-in';
import type { IntakeParts } from '@/lib/news/take-in-chunk';
import { readEnv } from '@/lib/system/env';
import { createLog } from '@/lib/system/log';
import { compareLedger, findTitleChanges } from './eval-polls-truth';
import { readPolls, writeFeed, type RecordedItem, type RecordedPoll } from './eval-polls-read';

const USAGE = 'Usage: npm run --silent eval -- polls FOLDER\n';

/** `eval -- polls FOLDER`: replays recorded polls into a database of its own and holds the headline ledger against them. */
export async function evalPolls([folder]: readonly string[]): Promise<number> {
  const polls = folder === undefined ? undefined : readPolls(folder);
  if (!polls || polls.length === 0) {
    process.stderr.write(polls ? `There are no polls in ${folder}.\n` : USAGE);
    return 2;
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'tapewire-polls-'));
  const log = createLog({ LOG_LEVEL: 'error', LOG_FORMAT: 'text' });
  const env = { ...readEnv({}), DATA_DIR: dataDir, DATABASE_URL: undefined };
  const postgres = await startPostgres({ env, log, throwaway: true });
  try {
    connectDatabase(postgres.url);
    await migrateDatabase();
    await seedTokens();
    await replay(polls, log);
    return await report(polls);
  } finally {
    await disconnectDatabase();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function replay(polls: readonly RecordedPoll[], log: IntakeParts['log']): Promise<void> {
  let now = polls[0]?.fetchedAt ?? new Date(0);
  const feeds = await seedOutlets(polls, now);
  const tagTokens = createTagger(readTokenCatalogue());
  const tag: TagArticle = (article, source) => ({
    ...article,
    tokens: tagTokens({ ...article, sourceName: source.name, cryptoOnly: source.cryptoOnly }),
    topics: [],
  });
  const parts: IntakeParts = {
    bus: createMemoryBus(() => undefined),
    clock: () => now,
    log,
    desk: await newsDesk(now),
  };
  const counts = new Map<string, number>();
  for (const poll of polls) {
    now = poll.fetchedAt;
    for (const [outlet, feed] of feeds) {
      const items = poll.items.filter((item) => item.outlet === outlet);
      if (items.length > 0) feeds.set(outlet, await ask(feed, items, { parts, tag, counts }));
    }
  }
  process.stdout.write(`${[...counts].map(([word, value]) => `${word} ${value}`).join(', ')}\n`);
}

/** One answer of an outlet. @returns the feed as the next poll finds it. */
async function ask(
  feed: FeedToPoll,
  items: readonly RecordedItem[],
  { parts, tag, counts }: Newsroom,
): Promise<FeedToPoll> {
  const { source, url } = feed;
  const readAt = parts.clock();
  const bytes = Buffer.from(writeFeed(source.id, items));
  const known = new Set(feed.document?.listed.map(({ fingerprint }) => fingerprint));
  const input = { bytes, contentType: undefined, url, source, seenAt: readAt, known };
  const reading = await readArticles(input, tag);
  if (reading.kind !== 'articles')
    throw new Error(`A poll of ${source.id} cannot be read: ${reading.message}`);
  const { listed, ...intake } = await takeIn(reading.items, feed, parts);
  for (const [word, value] of Object.entries(intake)) counts.set(word, (counts.get(word) ?? 0) + value);
  return {
    ...feed,
    document: { bodyHash: '', wireBytes: bytes.length, items: items.length, listed, readAt },
  };
}

interface Newsroom {
  readonly parts: IntakeParts;
  readonly tag: TagArticle;
  readonly counts: Map<string, number>;
}

async function seedOutlets(polls: readonly RecordedPoll[], now: Date): Promise<Map<string, FeedToPoll>> {
  const outlets = [...new Set(polls.flatMap(({ items }) => items.map(({ outlet }) => outlet)))];
  const kinds = { language: 'en', country: undefined, kind: 'newsroom', cryptoOnly: true } as const;
  await seedFeeds(
    outlets.map((outlet) => ({
      url: `https://${outlet}.example/feed`,
      provenance: 'a recording',
      fixedIntervalSeconds: undefined,
      source: { id: outlet as SourceId, name: outlet, siteUrl: `https://${outlet}.example`, ...kinds },
    })),
    now,
  );
  const feeds = await claimDueFeeds(new Date(now.getTime() + 86_400_000), outlets.length);
  return new Map(feeds.map((feed) => [feed.source.id as string, feed]));
}

async function report(polls: readonly RecordedPoll[]): Promise<number> {
  const [stored] = await database()
    .select({
      articles: sql<number>`count(*)::int`,
      addresses: sql<number>`count(distinct (${articles.sourceId}, split_part(${articles.url}, '?', 1)))::int`,
    })
    .from(articles);
  const ledger = await database()
    .select({
      kind: headlineChanges.kind,
      before: headlineChanges.before,
      after: headlineChanges.after,
      url: articles.url,
    })
    .from(headlineChanges)
    .innerJoin(articles, eq(articles.id, headlineChanges.articleId));
  const truth = findTitleChanges(polls);
  const { missed, wrong } = compareLedger(truth.changes, ledger);
  const retitled = ledger.filter(({ kind }) => kind === 'retitled').length;
  const duplicates = (stored?.articles ?? 0) - (stored?.addresses ?? 0);
  const lines = [
    `polls ${polls.length}, items ${polls.reduce((sum, poll) => sum + poll.items.length, 0)}, addresses ${truth.addresses}`,
    `articles stored ${stored?.articles}, duplicates ${duplicates}, lost ${truth.addresses - (stored?.addresses ?? 0)}`,
    `title changes in the data ${truth.changes.length} (${truth.typographic} more are a matter of type)`,
    `ledger rows ${retitled}, missed ${missed.length}, false ${wrong.length}; withdrawn ${ledger.filter(({ kind }) => kind === 'withdrawn').length}, back ${ledger.filter(({ kind }) => kind === 'back').length}`,
    ...missed.map(({ before, after }) => `missed: ${before} → ${after}`),
    ...wrong.map(({ before, after }) => `false: ${before} → ${after}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return missed.length + wrong.length + duplicates === 0 ? 0 : 1;
}
