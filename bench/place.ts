import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import type { ArticleId, SourceId, StoryId } from '@/lib/model/ids';
import { NEIGHBOUR_TEXT_CHARS, type ComparableArticle, type Neighbour } from '@/lib/model/placement';
import { Bonds } from '@/lib/news/cluster/bonds';
import { CandidateIndex } from '@/lib/news/cluster/candidate-index';
import { PlacingBatch } from '@/lib/news/placing-batch';
import { createTagger } from '@/lib/news/tag/tag-tokens';
import { percentile } from './ingest/probe-page';
import { runBaseline } from './place/run-baseline';
import { writeStream, type StreamedArticle } from './place/write-stream';

const WINDOWS = [5_000, 15_000, 30_000];
const MEASURED = 1_000;
const GOAL = { window: 15_000, meanMs: 1, p95Ms: 5, heapMb: 500 };
const MB = 1_048_576;
const BASELINE = '../shared/eval';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** `bench -- place [--windows 5000,15000]`: tagging and placing one article more, by how many are in the window. */
export async function benchPlace(args: readonly string[]): Promise<number> {
  const windows = args[0] === '--windows' ? (args[1] ?? '').split(',').map(Number) : WINDOWS;
  const hasBaseline = existsSync(BASELINE);
  if (!hasBaseline) write(`No ${BASELINE} here: measured without the baseline beside it.`);
  write(
    `CPU ms an article (tag + place), the mean and shares of ${MEASURED} articles after the window is full`,
  );
  write(
    row(['window', 'mean', 'p50', 'p95', 'p99', 'heap MB', 'rebuild s', 'baseline mean', 'p95', 'ratio']),
  );
  const tagTokens = createTagger(readTokenCatalogue());
  const missed: number[] = [];
  for (const window of windows) {
    const stream = writeStream(window + MEASURED);
    const own = measure(stream, window, tagTokens);
    const other = hasBaseline ? await runBaseline(BASELINE, stream, window) : undefined;
    write(toRow(window, own, other));
    if (window <= GOAL.window && !meetsGoal(own)) missed.push(window);
  }
  const goal = `mean ≤ ${GOAL.meanMs} ms, p95 ≤ ${GOAL.p95Ms} ms, ≤ ${GOAL.heapMb} MB up to ${GOAL.window}`;
  write(missed.length === 0 ? `✓ ${goal}` : `✗ ${goal}: missed at ${missed.join(', ')}`);
  return missed.length === 0 ? 0 : 1;
}

function meetsGoal({ meanMs, p95Ms, heapMb }: Measured): boolean {
  return meanMs <= GOAL.meanMs && p95Ms <= GOAL.p95Ms && heapMb <= GOAL.heapMb;
}

function toRow(window: number, own: Measured, other: Baseline | undefined): string {
  const beside = other
    ? [toMs(other.meanMs), toMs(other.p95Ms), `${(own.meanMs / other.meanMs).toFixed(2)} ×`]
    : ['–', '–', '–'];
  const times = [own.meanMs, own.p50Ms, own.p95Ms, own.p99Ms].map(toMs);
  return row([String(window), ...times, own.heapMb.toFixed(0), own.rebuildSeconds.toFixed(1), ...beside]);
}

type Measured = ReturnType<typeof measure>;
type Baseline = Awaited<ReturnType<typeof runBaseline>>;
type TagTokens = ReturnType<typeof createTagger>;

/** The heap is what the window itself takes; rebuilding it is what a restart does, without the database. */
function measure(stream: readonly StreamedArticle[], window: number, tagTokens: TagTokens) {
  const before = heapUsed();
  let index = new CandidateIndex();
  const stored = stream.slice(0, window).map((article, nth) => settle(article, nth, { index, tagTokens }));
  const times = stream.slice(window).map((article, nth) => {
    const from = process.cpuUsage();
    const wall = performance.now();
    settle(article, window + nth, { index, tagTokens });
    const { user, system } = process.cpuUsage(from);
    return Math.min((user + system) / 1_000, performance.now() - wall);
  });
  const heapMb = (heapUsed() - before) / MB;
  const from = performance.now();
  index = new CandidateIndex();
  for (const neighbour of stored) index.put({ ...neighbour });
  const rebuildSeconds = (performance.now() - from) / 1_000;
  return { ...summarise(times), heapMb, rebuildSeconds };
}

/** Tags, places and takes in one article; what is stored is what the database would give back. */
function settle(
  streamed: StreamedArticle,
  nth: number,
  { index, tagTokens }: { readonly index: CandidateIndex; readonly tagTokens: TagTokens },
): Neighbour {
  const article = toComparable(streamed, tagTokens);
  const ids = { articleId: (nth + 1) as ArticleId, storyId: (nth + 1) as StoryId };
  const batch = new PlacingBatch(index, [], new Bonds([]));
  const { storyId, placement } = batch.place(article, ids);
  const relation = placement.kind === 'opens' ? 'origin' : placement.relation;
  const repostOfId =
    placement.kind === 'joins' && placement.relation === 'repost' ? placement.repostOfId : undefined;
  return { ...article, articleId: ids.articleId, storyId, relation, repostOfId };
}

function toComparable(
  { id, title, body, source, published_at }: StreamedArticle,
  tagTokens: TagTokens,
): ComparableArticle {
  const tags = tagTokens({ title, dek: undefined, bodyText: body, sourceName: source, cryptoOnly: true });
  const url = `https://${source}.example/${id}`;
  const seenAt = new Date(published_at);
  return {
    sourceId: source as SourceId,
    sourceKind: 'newsroom',
    language: 'en',
    title,
    dek: undefined,
    bodyText: body.slice(0, NEIGHBOUR_TEXT_CHARS),
    url,
    canonicalUrl: url,
    titleHash: title,
    bodyHash: undefined,
    attribution: undefined,
    claimedAt: seenAt,
    firstSeenAt: seenAt,
    primaryTokenId: tags.find(({ role }) => role === 'primary')?.tokenId,
    tokenIds: tags.map(({ tokenId }) => tokenId),
  };
}

function summarise(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    meanMs: times.reduce((sum, time) => sum + time, 0) / times.length,
    p50Ms: percentile(sorted, 50),
    p95Ms: percentile(sorted, 95),
    p99Ms: percentile(sorted, 99),
  };
}

function heapUsed(): number {
  collectGarbage();
  const { heapUsed: heap, arrayBuffers } = process.memoryUsage();
  return heap + arrayBuffers;
}

function toMs(ms: number): string {
  return ms.toFixed(2);
}

function row(cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(11)).join('');
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
