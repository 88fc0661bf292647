import { formatDuration } from '@/lib/core/time';

export const MAX_REPORT_NOTE_CHARS = 200;

/** What became of a reader's "wrong coin". */
export type ReportResult =
  | { readonly kind: 'taken' }
  /** The same reader has said so before. */
  | { readonly kind: 'known' }
  /** The article is not about that token any more, or not there any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-often'; readonly waitMs: number };

/** What the reader is told of it. */
export function describeReport(result: ReportResult): string {
  switch (result.kind) {
    case 'taken':
      return 'Thank you. Whoever runs this desk will look at it.';
    case 'known':
      return 'Thank you, your word on this is noted already.';
    case 'gone':
      return 'This tag has been taken away in the meantime. Thank you all the same.';
    case 'too-often':
      return `Many reports have come from your network. Please try again in ${formatDuration(result.waitMs)}.`;
  }
}
