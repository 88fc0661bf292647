import { DAY_MS, formatDuration } from '@/lib/core/time';
import type { TaggedArticle } from '@/lib/model/article';
import { countWords } from '@/lib/model/feed-words';
import type { FeedLook } from '@/lib/news/preview';

/** A feed whose newest item is older may have been given up. */
const QUIET_AFTER_MS = 30 * DAY_MS;
/** Shorter bodies are excerpts. */
const FULL_TEXT_CHARS = 700;

/** What an operator should know of a feed before adding it, a sentence each; nothing where all is usual. */
export function remarkOnFeed(
  look: Extract<FeedLook, { kind: 'feed' }>,
  { askedUrl, url, now }: { readonly askedUrl: string; readonly url: string; readonly now: Date },
): string[] {
  const remarks = [
    remarkOnMove(look, askedUrl, url),
    url.startsWith('http:')
      ? 'The address is not encrypted: what it says could be changed on its way.'
      : undefined,
    look.facts.tier === 'repaired'
      ? 'The feed is not well-formed; it was repaired before it was read.'
      : undefined,
    look.items === 0 ? 'The feed has no items at the moment.' : undefined,
    remarkOnRejected(look.rejected),
    ...remarkOnDates(look.articles, now),
    remarkOnReposts(look.articles),
    remarkOnLength(look.articles),
  ];
  return remarks.filter((remark) => remark !== undefined);
}

function remarkOnMove(
  look: { readonly url: string; readonly movedTo: string | undefined },
  askedUrl: string,
  url: string,
): string | undefined {
  if (look.movedTo !== undefined) return `${askedUrl} has moved for good; the desk will ask the new address.`;
  return look.url === url
    ? undefined
    : `For now the address leads on to ${look.url}; the desk will follow it each time.`;
}

function remarkOnRejected(rejected: readonly string[]): string | undefined {
  if (rejected.length === 0) return undefined;
  return `${countWords(rejected.length, 'item')} cannot be used. The first: ${rejected[0]}`;
}

function remarkOnDates(articles: readonly TaggedArticle[], now: Date): (string | undefined)[] {
  const dated = articles.flatMap((article) => article.claimedAt ?? []);
  const undated = articles.length - dated.length;
  const clamped = articles.filter((article) => article.claimClamped).length;
  const age = now.getTime() - Math.max(...dated.map((date) => date.getTime()));
  return [
    undated === 0
      ? undefined
      : `${countWords(undated, 'item')} of ${articles.length} carry no date we can read.`,
    clamped === 0 ? undefined : `${countWords(clamped, 'item')} claim to be from the future.`,
    dated.length > 0 && age > QUIET_AFTER_MS ? `The newest item is ${formatDuration(age)} old.` : undefined,
  ];
}

function remarkOnReposts(articles: readonly TaggedArticle[]): string | undefined {
  const reposts = articles.filter((article) => article.attribution).length;
  if (reposts === 0) return undefined;
  return `${reposts} of ${articles.length} items say that they were first published elsewhere.`;
}

function remarkOnLength(articles: readonly TaggedArticle[]): string | undefined {
  const full = articles.filter((article) => article.bodyText.length >= FULL_TEXT_CHARS).length;
  if (articles.length === 0 || full > 0) return undefined;
  return 'The feed carries excerpts, not whole articles.';
}
