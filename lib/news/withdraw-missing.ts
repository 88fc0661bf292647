import { readListedArticles } from '@/db/queries/listed-articles';
import { withdrawArticles } from '@/db/writes/withdraw-articles';
import type { FeedToPoll, ListedItem } from '@/lib/model/feed';
import { findWithdrawn } from './find-withdrawn';
import type { ReadItem } from './read-articles';
import type { Taken } from './take-in-chunk';

/** An answer with fewer of the last one's items than this is broken, not edited. */
const MIN_SHARE_OF_LAST = 0.5;

/** Notes what its source took out of the feed since the last answer. @returns how many. */
export async function withdrawMissing({ feed, now, ...answer }: AnswerTaken): Promise<number> {
  const before = feed.document?.listed.map(({ articleId }) => articleId) ?? [];
  const listed = answer.listed.map(({ articleId }) => articleId);
  const stands = new Set(listed);
  if (before.every((id) => stands.has(id)) || !isWhole(answer, feed)) return 0;
  const facts = await readListedArticles(before);
  return withdrawArticles(findWithdrawn({ feedId: feed.id, before, now: listed, facts }), now);
}

/** Whether what is missing may be believed to be gone. */
function isWhole({ items, taken }: Pick<AnswerTaken, 'items' | 'taken'>, { document }: FeedToPoll): boolean {
  if (!document || items.length < MIN_SHARE_OF_LAST * document.items) return false;
  const unread = items.filter(({ kind }) => kind === 'rejected').length;
  const failed = taken.filter(({ outcome }) => outcome === 'failed').length;
  if (unread + failed > Math.max(0, document.items - document.listed.length)) return false;
  // What had scrolled off and stands there again comes from an old cache.
  const before = new Set(document.listed.map(({ articleId }) => articleId));
  return !taken.some(
    ({ articleId, isOwn, isBack }) => isOwn && !isBack && articleId !== undefined && !before.has(articleId),
  );
}

interface AnswerTaken {
  readonly items: readonly ReadItem[];
  readonly taken: readonly Taken[];
  readonly listed: readonly ListedItem[];
  readonly feed: FeedToPoll;
  readonly now: Date;
}
