import { DAY_MS } from '@/lib/core/time';
import type { Article } from '@/lib/model/article';
import { learnRhythm, type Publication } from '@/lib/model/learn-rhythm';
import type { Rhythm } from '@/lib/model/rhythm';
import { itemsOf, type Poll } from './poll';

/** A new article that claims to be older than the last answer by so much is misdated: it had not stood there. */
const MAX_LATE_MS = 2 * DAY_MS;

/** The feed's rhythm with what this answer taught: all of a first archive, else what was stored. */
export function learnFromPoll(poll: Poll): Rhythm | undefined {
  const { feed, now, intake } = poll;
  const articles = itemsOf(poll).flatMap((item) => (item.kind === 'article' ? item.article : []));
  const lessons = feed.rhythm
    ? articles.map((article) => toPublication(article, feed.document?.readAt))
    : articles.filter(isDated).map((article) => toPublication(article, undefined));
  const latestFirst = lessons.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  // The counts do not say which were stored; those revised are older than those new.
  return learnRhythm(feed.rhythm, feed.rhythm ? latestFirst.slice(0, intake.stored) : latestFirst, now);
}

/** An archive's first sight says nothing about when it was written. */
function isDated({ claimedAt, claimClamped }: Article): boolean {
  return claimedAt !== undefined && !claimClamped;
}

function toPublication(article: Article, lastReadAt: Date | undefined): Publication {
  const { claimedAt, firstSeenAt, language } = article;
  const earliest = lastReadAt ? lastReadAt.getTime() - MAX_LATE_MS : 0;
  const isCredible = claimedAt !== undefined && claimedAt.getTime() >= earliest;
  return { at: isCredible ? claimedAt : firstSeenAt, language };
}
