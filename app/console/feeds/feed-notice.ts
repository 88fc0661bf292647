import type { FeedNotice } from '@/app/_client/console/feed-actions';
import { fetchWords } from '@/lib/model/feed-words';
import type { FeedId } from '@/lib/model/ids';
import type { FeedResult } from '@/lib/operator/feed-result';
import type { RefreshResult } from '@/lib/operator/refresh-feed';

export type FeedVerb = 'refresh' | 'pause' | 'resume' | 'remove' | 'restore';

const DONE_WORDS: Readonly<Record<Exclude<FeedVerb, 'refresh'>, string>> = {
  pause: 'is paused. Nothing is asked of it until you resume it.',
  resume: 'is asked again from now on.',
  remove: 'is out of the catalogue. Its articles stay.',
  restore: 'is back in the catalogue.',
};

/** What to tell the operator, and the way back where there is one. */
export function toFeedNotice(
  verb: FeedVerb,
  id: FeedId,
  result: RefreshResult | FeedResult | { readonly kind: 'taken' },
): FeedNotice {
  switch (result.kind) {
    case 'refreshed':
      return toRefreshNotice(result);
    case 'busy':
      return {
        tone: 'failed',
        text: `${result.sourceName} is being asked at this moment. Its answer comes by itself.`,
      };
    case 'taken':
      return { tone: 'failed', text: 'This address has been added again meanwhile: it is in the catalogue.' };
    case 'missing':
      return { tone: 'failed', text: 'This feed is not there any more, or not in a state that allows this.' };
    case 'done': {
      const words = verb === 'refresh' ? '' : DONE_WORDS[verb];
      const undo = undoOf(verb, id);
      return {
        tone: 'done',
        text: `${result.feed.sourceName} (${result.feed.url}) ${words}`,
        ...(undo && { undo }),
      };
    }
  }
}

function toRefreshNotice({
  sourceName,
  fetch,
  arrivals,
}: Extract<RefreshResult, { kind: 'refreshed' }>): FeedNotice {
  const isAnswer = fetch.outcome === 'fetched' || fetch.outcome === 'not-modified';
  return {
    tone: isAnswer ? 'done' : 'failed',
    text: `${sourceName}: ${fetchWords(fetch)}`,
    lines: arrivals.map((article) => article.title),
  };
}

function undoOf(verb: FeedVerb, id: FeedId): string | undefined {
  if (verb === 'remove') return `restore:${id}`;
  if (verb === 'pause') return `resume:${id}`;
  return undefined;
}
