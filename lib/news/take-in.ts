import type { FeedToPoll, ListedItem } from '@/lib/model/feed';
import type { ArticleId } from '@/lib/model/ids';
import type { Intake } from '@/lib/model/intake';
import { toAnswer } from './match-known';
import { withOwnAddresses } from './own-address';
import { timeOf } from './publish-news';
import type { ReadItem } from './read-articles';
import {
  takeInChunk,
  type ChunkContext,
  type FreshItem,
  type IntakeParts,
  type Taken,
} from './take-in-chunk';
import { withdrawMissing } from './withdraw-missing';

/** Stored in one transaction. */
const MAX_CHUNK = 100;

/** Places and stores what is new or changed of an answer. An article that cannot be stored never costs the others. */
export async function takeIn(
  items: readonly ReadItem[],
  feed: FeedToPoll,
  parts: IntakeParts,
): Promise<Intake> {
  const fresh = toFresh(items);
  const listedBefore = new Map(feed.document?.listed.map((item) => [item.fingerprint, item.articleId]));
  const unchanged = items.flatMap((item) =>
    item.kind === 'same' ? (listedBefore.get(item.fingerprint) ?? []) : [],
  );
  const answer = toAnswer(
    fresh.map(({ article }) => article),
    unchanged,
  );
  const taken: Taken[] = [];
  for (let from = 0; from < fresh.length; from += MAX_CHUNK) {
    taken.push(...(await takeInSafely(fresh.slice(from, from + MAX_CHUNK), { feed, parts, answer })));
  }
  const listed = toListed(items, taken, listedBefore);
  const withdrawn = await withdrawMissing({ items, taken, listed, feed, now: parts.clock() });
  const count = (is: (one: Taken) => boolean | undefined) => taken.filter(is).length;
  return {
    stored: count((one) => one.outcome === 'stored'),
    revised: count((one) => one.outcome === 'revised'),
    retitled: count((one) => one.isRetitled),
    unchanged: count((one) => one.outcome === 'unchanged') + unchanged.length,
    failed: count((one) => one.outcome === 'failed'),
    reidentified: count((one) => one.isReidentified),
    withdrawn,
    listed,
  };
}

/** What is to be looked at, the oldest first. */
function toFresh(items: readonly ReadItem[]): readonly FreshItem[] {
  const read = items.filter((item) => item.kind === 'article');
  return withOwnAddresses(read.map(({ article }) => article))
    .flatMap((article, nth): readonly FreshItem[] => {
      const item = read[nth];
      return item ? [{ ...item, article }] : [];
    })
    .toSorted((a, b) => timeOf(a.article) - timeOf(b.article));
}

/** Together, or if that fails one by one. */
async function takeInSafely(chunk: readonly FreshItem[], context: ChunkContext): Promise<readonly Taken[]> {
  const { feed, parts, answer } = context;
  const takenBefore = new Set(answer.taken);
  try {
    return await takeInChunk(chunk, context);
  } catch (error) {
    const [first] = chunk;
    if (chunk.length === 1 && first) {
      const { url } = first.article;
      parts.log.error({ err: error, source: feed.source.id, url }, 'An article was not stored');
      return [{ fingerprint: first.fingerprint, outcome: 'failed', articleId: undefined }];
    }
  }
  const again = { ...context, answer: { ...answer, taken: takenBefore } };
  const each: Taken[] = [];
  for (const item of chunk) each.push(...(await takeInSafely([item], again)));
  for (const id of takenBefore) answer.taken.add(id);
  return each;
}

/** What the document holds, in its order; what could not be stored is left out, and comes whole the next time. */
function toListed(
  items: readonly ReadItem[],
  taken: readonly Taken[],
  listedBefore: ReadonlyMap<string, ArticleId>,
): readonly ListedItem[] {
  const ids = new Map<string, ArticleId | undefined>(listedBefore);
  for (const { fingerprint, articleId } of taken) ids.set(fingerprint, articleId);
  return items.flatMap((item) => {
    const articleId = item.kind === 'rejected' ? undefined : ids.get(item.fingerprint);
    return item.kind === 'rejected' || articleId === undefined
      ? []
      : { fingerprint: item.fingerprint, articleId };
  });
}
