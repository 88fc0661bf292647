import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { percentile } from '@/bench/ingest/probe-page';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import type { ArticleId, SourceId, StoryId } from '@/lib/model/ids';
import { NEIGHBOUR_TEXT_CHARS, type ComparableArticle, type Neighbour } from '@/lib/model/placement';
import { Bonds } from '@/lib/news/cluster/bonds';
import { CandidateIndex } from '@/lib/news/cluster/candidate-index';
import { PlacingBatch } from '@/lib/news/placing-batch';
import { createTagger } from '@/lib/news/tag/tag-tokens';
import type { StreamedArticle } from './write-stream';

const MB = 1_048_576;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The heap is what the window itself takes; rebuilding it is what a restart does, without the database. */
export function measurePlacing(stream: readonly StreamedArticle[], window: number): Measured {
  const tagTokens = createTagger(readTokenCatalogue());
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

type TagTokens = ReturnType<typeof createTagger>;

export interface Measured {
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly heapMb: number;
  readonly rebuildSeconds: number;
}
