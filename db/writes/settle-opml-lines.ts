import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { sourceByName } from '@/db/queries/source-by-name';
import { sourceBySite } from '@/db/queries/source-by-site';
import { feeds } from '@/db/schema/feeds';
import { opmlImportLines, opmlImports } from '@/db/schema/opml';
import type { Source } from '@/lib/model/feed';
import type { FeedId } from '@/lib/model/ids';
import {
  FIRST_POLLS_APART_MS,
  type JudgedLine,
  type ListedAddress,
  type OpmlLineResult,
} from '@/lib/model/opml-import';
import { insertFeedWithin } from './insert-feed';

/** Imports add feeds one after the other, whichever process works: two spellings of one address never slip through. */
const IMPORT_LOCK = 7_310_454;

/** Does what was judged about these lines, all or none, and ends the import after the last one. */
export async function settleOpmlLines(
  importId: number,
  lines: readonly JudgedLine[],
  now: Date,
): Promise<void> {
  await database().transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
    const [current] = await transaction
      .select()
      .from(opmlImports)
      .where(eq(opmlImports.id, importId))
      .for('update');
    if (current?.state !== 'running') return;
    const { fileName, createdAt: startedAt } = current;
    const given = { transaction, importId, fileName, startedAt, now };
    const twins = await findTwins(transaction, lines);
    const job: Job = { ...given, twins, added: await countAdded(given) };
    const pending = await pendingAmong(job, lines);
    for (const line of lines) {
      if (pending.has(line.position)) await record(job, line.position, await settle(job, line));
    }
    await endWhenDone(job);
  });
}

async function findTwins(transaction: Transaction, lines: readonly JudgedLine[]): Promise<Map<string, Twin>> {
  const spellings = lines.flatMap(({ verdict }) => (verdict.kind === 'feed' ? verdict.spellings : []));
  const rows = await transaction
    .select({ id: feeds.id, url: feeds.url, state: feeds.state })
    .from(feeds)
    .where(and(inArray(feeds.url, spellings), isNull(feeds.removedAt)));
  return new Map(rows.map((row) => [row.url, row]));
}

async function countAdded(job: Given): Promise<number> {
  const [row] = await job.transaction
    .select({ added: count() })
    .from(opmlImportLines)
    .where(and(ofImport(job), eq(opmlImportLines.result, 'added')));
  return row?.added ?? 0;
}

async function pendingAmong(job: Job, lines: readonly JudgedLine[]): Promise<ReadonlySet<number>> {
  const positions = lines.map((line) => line.position);
  const rows = await job.transaction
    .select({ position: opmlImportLines.position })
    .from(opmlImportLines)
    .where(and(ofImport(job), inArray(opmlImportLines.position, positions), isPending));
  return new Set(rows.map((row) => row.position));
}

async function settle(job: Job, { verdict }: JudgedLine): Promise<Settled> {
  if (verdict.kind === 'refused') return { result: 'refused', message: verdict.message };
  const twin = twinOf(job, verdict);
  if (twin) return { ...(await describeTwin(job, twin, verdict.url)), feedId: twin.id };
  return add(job, verdict);
}

/** The feed of the catalogue that has the address, in whichever spelling; the same spelling first. */
function twinOf({ twins }: Job, { url, spellings }: ListedAddress): Twin | undefined {
  return twins.get(url) ?? spellings.flatMap((spelling) => twins.get(spelling) ?? [])[0];
}

async function describeTwin(job: Job, twin: Twin, url: string): Promise<Settled> {
  const [line] = await job.transaction
    .select({ position: opmlImportLines.position })
    .from(opmlImportLines)
    .where(and(ofImport(job), eq(opmlImportLines.feedId, twin.id)))
    .orderBy(asc(opmlImportLines.position))
    .limit(1);
  const isSame = twin.url === url;
  if (line) {
    const words = isSame ? 'The same address as' : `Another spelling of ${twin.url}, the address of`;
    return { result: 'merged', message: `${words} line ${line.position}.` };
  }
  const state = twin.state === 'paused' || twin.state === 'dead' ? ` It is ${twin.state}.` : '';
  return isSame
    ? { result: 'known', message: `In the catalogue already.${state}` }
    : { result: 'merged', message: `Another spelling of ${twin.url}, in the catalogue already.${state}` };
}

async function add(job: Job, { url, site, source }: ListedAddress): Promise<Settled> {
  const { transaction, now } = job;
  const known = await findSource(transaction, site, source);
  const inserted = await insertFeedWithin(
    transaction,
    {
      url,
      provenance: `from the list ${job.fileName}`,
      source: known?.id ?? source,
      firstPollAt: firstPollOf(job),
    },
    now,
  );
  if (inserted.kind === 'no-source') throw new Error('A source that was just read is gone.');
  job.added += 1;
  job.twins.set(url, { id: inserted.id, url, state: 'new' });
  const words = known
    ? `A feed of ${known.name}, which the desk had already.`
    : `New source: ${source.name}.`;
  const history = inserted.kind === 'restored' ? ' It was taken out once and is back with its history.' : '';
  return { result: 'added', message: words + history, feedId: inserted.id };
}

async function findSource(
  transaction: Transaction,
  site: string | undefined,
  source: Source,
): Promise<Source | undefined> {
  const known = site === undefined ? undefined : await sourceBySite(site, transaction);
  return known ?? sourceByName(source.name, source.siteUrl, transaction);
}

function firstPollOf({ startedAt, added, now }: Job): Date {
  return new Date(Math.max(now.getTime(), startedAt.getTime() + added * FIRST_POLLS_APART_MS));
}

async function record(job: Job, position: number, { result, message, feedId }: Settled): Promise<void> {
  await job.transaction
    .update(opmlImportLines)
    .set({ result, message, feedId: feedId ?? null })
    .where(and(ofImport(job), eq(opmlImportLines.position, position)));
}

async function endWhenDone(job: Job): Promise<void> {
  const [left] = await job.transaction
    .select({ position: opmlImportLines.position })
    .from(opmlImportLines)
    .where(and(ofImport(job), isPending))
    .limit(1);
  if (left) return;
  await job.transaction
    .update(opmlImports)
    .set({ state: 'finished', finishedAt: job.now })
    .where(eq(opmlImports.id, job.importId));
}

const isPending = eq(opmlImportLines.result, 'pending');

function ofImport({ importId }: Given) {
  return eq(opmlImportLines.importId, importId);
}

interface Given {
  readonly transaction: Transaction;
  readonly importId: number;
  readonly fileName: string;
  readonly startedAt: Date;
  readonly now: Date;
}

interface Job extends Given {
  /** By address: the feeds of the catalogue that a line of the batch may be. */
  readonly twins: Map<string, Twin>;
  /** Lines of the whole import that added a feed. */
  added: number;
}

interface Twin {
  readonly id: FeedId;
  readonly url: string;
  readonly state: string;
}

interface Settled {
  readonly result: OpmlLineResult;
  readonly message: string;
  readonly feedId?: FeedId;
}
