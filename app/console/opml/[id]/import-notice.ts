import type { FeedNotice } from '@/app/_client/console/feed-actions';
import { countWords } from '@/lib/model/feed-words';
import type { CancelImportResult } from '@/lib/operator/opml/cancel-import';
import type { ContinueImportResult } from '@/lib/operator/opml/continue-import';
import type { UndoImportResult } from '@/lib/operator/opml/undo-import';

/** What to tell the operator, and the way back where there is one. */
export function toImportNotice(
  id: number,
  result: CancelImportResult | UndoImportResult | { readonly kind: 'restored'; readonly feeds: number },
): FeedNotice {
  switch (result.kind) {
    case 'cancelled':
      return {
        tone: 'done',
        text: `Cancelled with ${countWords(result.left, 'line')} left. What was added stays: ${countWords(result.added, 'feed')}.`,
        undo: `continue:${id}`,
      };
    case 'over':
      return { tone: 'failed', text: 'The import had come to its end; there was nothing left to cancel.' };
    case 'running':
      return { tone: 'failed', text: 'The import still runs. Cancel it first, then remove what it added.' };
    case 'missing':
      return { tone: 'failed', text: 'This import is not there any more.' };
    case 'removed':
      return {
        tone: 'done',
        text: `${countWords(result.feeds, 'feed')} taken out of the catalogue. The articles stay.`,
        ...(result.feeds > 0 && { undo: `restore:${id}` }),
      };
    case 'restored':
      return {
        tone: 'done',
        text: `${countWords(result.feeds, 'feed')} back in the catalogue.`,
        ...(result.feeds > 0 && { undo: `remove:${id}` }),
      };
  }
}

/** The same for a cancelled import that was told to go on. */
export function toContinueNotice(result: ContinueImportResult): FeedNotice {
  if (result.kind === 'continued')
    return { tone: 'done', text: `The import goes on with ${countWords(result.lines, 'line')}.` };
  return { tone: 'failed', text: 'The import is not cancelled: there is nothing to go on with.' };
}
