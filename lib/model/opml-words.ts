import { countWords } from './feed-words';
import type { OpmlImportState, OpmlLineResult } from './opml-import';

/** A mark beside the word, so that a result is told by its shape before any colour. */
export const OPML_LINE_MARKS: Readonly<Record<OpmlLineResult, string>> = {
  pending: '○',
  added: '+',
  known: '=',
  merged: '≈',
  refused: '▲',
  cancelled: '✕',
};

export const OPML_LINE_WORDS: Readonly<Record<OpmlLineResult, string>> = {
  pending: 'waiting',
  added: 'added',
  known: 'already there',
  merged: 'merged',
  refused: 'refused',
  cancelled: 'cancelled',
};

/** How far an import has come, in a sentence. */
export function importWords({ state, lines, counts }: ImportSummary): string {
  const { added, pending, cancelled } = counts;
  if (state === 'running')
    return `${lines - pending} of ${countWords(lines, 'line')} done, ${countWords(added, 'feed')} added so far.`;
  if (state === 'finished')
    return `${lines === 1 ? 'Its line is' : `All ${lines} lines are`} done, ${countWords(added, 'feed')} added.`;
  const left = countWords(cancelled, 'line');
  return `Cancelled with ${left} left, ${countWords(added, 'feed')} added.`;
}

interface ImportSummary {
  readonly state: OpmlImportState;
  readonly lines: number;
  readonly counts: Readonly<Record<OpmlLineResult, number>>;
}
