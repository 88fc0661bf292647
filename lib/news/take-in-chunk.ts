import { findKnownArticles } from '@/db/queries/known-articles';
import { reserveIds } from '@/db/queries/reserve-ids';
import type { PlacedArticle } from '@/db/writes/insert-articles';
import type { Revision } from '@/db/writes/revise-articles';
import { storeArticles } from '@/db/writes/store-articles';
import type { TaggedArticle } from '@/lib/model/article';
import type { FeedToPoll } from '@/lib/model/feed';
import type { ArticleId } from '@/lib/model/ids';
import { toComparable } from './desk';
import { matchKnown, toKnownSet, type Answer, type KnownMatch, type KnownSet } from './match-known';
import type { NewsParts } from './pipeline';
import { publishNews } from './publish-news';
import type { ReadItem } from './read-articles';
import { toRevision } from './to-revision';

export type FreshItem = Extract<ReadItem, { kind: 'article' }>;

/** What taking in needs of the newsroom. */
export type IntakeParts = Pick<NewsParts, 'bus' | 'clock' | 'log' | 'desk'>;

export interface ChunkContext {
  readonly feed: FeedToPoll;
  readonly parts: IntakeParts;
  readonly answer: Answer;
}

/** What became of one item. */
export interface Taken {
  readonly fingerprint: string;
  readonly outcome: 'stored' | 'revised' | 'unchanged' | 'failed';
  readonly articleId: ArticleId | undefined;
  readonly isRetitled?: boolean;
  readonly isReidentified?: boolean;
  /** An article of this feed that had been withdrawn. */
  readonly isBack?: boolean;
  /** An article that this feed brought at some time. */
  readonly isOwn?: boolean;
}

/** Look up → place → store → publish, for items oldest first. */
export async function takeInChunk(
  chunk: readonly FreshItem[],
  context: ChunkContext,
): Promise<readonly Taken[]> {
  const { feed, parts, answer } = context;
  const articles = chunk.map(({ article }) => article);
  const known = toKnownSet(await findKnownArticles(feed.source.id, articles));
  const sorted = sortOut(chunk, known, context);
  const revised = sorted.flatMap((item) => (item.kind === 'known' ? (item.revision ?? []) : []));
  const fresh = sorted.flatMap((item) => (item.kind === 'new' ? item.article : []));
  const placed = await placeAndStore(fresh, revised, context);
  for (const { articleId } of placed) answer.taken.add(articleId);
  publishNews(placed, feed.source, parts);
  await parts.desk
    .keepStatistics(placed.length)
    .catch((error: unknown) => parts.log.warn({ err: error }, 'The database did not look at its tables'));
  const ids = new Map(placed.map(({ article, articleId }) => [article, articleId]));
  return sorted.map((item): Taken => {
    if (item.kind === 'known') return item.taken;
    const outcome = item.kind === 'new' ? 'stored' : 'unchanged';
    return { fingerprint: item.fingerprint, outcome, articleId: ids.get(item.article) };
  });
}

/** Chunks are placed and stored one after the other in the whole process: two reports of one event must find each other. */
async function placeAndStore(
  fresh: readonly TaggedArticle[],
  revised: readonly Revision[],
  { feed, parts: { clock, desk } }: ChunkContext,
): Promise<readonly PlacedArticle[]> {
  const compared = fresh.map((article) => toComparable(article, feed.source));
  const [ids, batch] = await Promise.all([reserveIds(fresh.length), desk.openBatch(compared, clock())]);
  const reworded = revised.filter(({ isReworded }) => isReworded).map(({ articleId }) => articleId);
  return desk.oneByOne(async () => {
    try {
      const places = await batch.place(ids);
      const placed = fresh.flatMap((article, nth) => {
        const place = places[nth];
        return place ? { article, ...place } : [];
      });
      await storeArticles({ feed, placed, revised, now: clock(), linkerVersion: desk.linkerVersion });
      await desk.reload(reworded);
      return placed;
    } catch (error) {
      await batch.undo();
      throw error;
    }
  });
}

function sortOut(
  chunk: readonly FreshItem[],
  known: KnownSet,
  { feed, answer }: ChunkContext,
): readonly Sorted[] {
  const firsts = new Map<string, TaggedArticle>();
  return chunk.map(({ fingerprint, article }): Sorted => {
    const match = matchKnown(article, known, answer);
    if (match.kind === 'twin')
      return {
        kind: 'known',
        taken: { fingerprint, outcome: 'unchanged', articleId: match.articleId },
        revision: undefined,
      };
    if (match.kind === 'known') return toKnown(fingerprint, match, { feed, known });
    const { guid, canonicalUrl } = match.article;
    const first = firsts.get(canonicalUrl) ?? firsts.get(guid);
    if (first) return { kind: 'twin', fingerprint, article: first };
    firsts.set(canonicalUrl, match.article).set(guid, match.article);
    return { kind: 'new', fingerprint, article: match.article };
  });
}

function toKnown(
  fingerprint: string,
  match: KnownMatch,
  { feed, known }: { readonly feed: FeedToPoll; readonly known: KnownSet },
): Sorted {
  const { articleId } = match.known;
  const isOwn = match.known.feedId === feed.id;
  const revision = isOwn ? toRevision(match, known) : undefined;
  const taken = {
    fingerprint,
    articleId,
    outcome: revision?.isReworded ? ('revised' as const) : ('unchanged' as const),
    isRetitled: revision?.changes.some(({ kind }) => kind === 'retitled') ?? false,
    isReidentified: revision !== undefined && revision.guid !== match.known.guid,
    isBack: revision?.changes.some(({ kind }) => kind === 'back') ?? false,
    isOwn,
  };
  return { kind: 'known', taken, revision };
}

type Sorted =
  | { readonly kind: 'new'; readonly fingerprint: string; readonly article: TaggedArticle }
  /** The same as another new one of this chunk. */
  | { readonly kind: 'twin'; readonly fingerprint: string; readonly article: TaggedArticle }
  | { readonly kind: 'known'; readonly taken: Taken; readonly revision: Revision | undefined };
