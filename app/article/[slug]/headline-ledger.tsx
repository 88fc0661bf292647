import { Moment } from '@/app/_ui/moment';
import { diffWords, type DiffRun } from '@/lib/core/diff-words';
import type { HeadlineChange } from '@/lib/model/headline-change';
import { standingWithdrawal } from './withdrawn-notice';

interface HeadlineLedgerProps {
  /** The latest first. */
  readonly changes: readonly HeadlineChange[];
  readonly language: string;
  readonly zone: string;
}

/** What the source changed after we had seen it: other headlines word by word, and whether it was listed meanwhile. */
export function HeadlineLedger({ changes, language, zone }: HeadlineLedgerProps) {
  const withdrawal = standingWithdrawal(changes);
  const shown = changes.filter((change) => change !== withdrawal);
  if (shown.length === 0) return null;
  return (
    <section aria-label="Changes" data-testid="headline-ledger" className="mt-4 max-w-[72ch] text-12">
      <ol className="flex flex-col gap-2">
        {shown.map((change) => (
          <li key={`${change.kind} ${change.at.getTime()} ${change.before}`} className="text-muted">
            <Line change={change} language={language} zone={zone} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ change, language, zone }: LineProps) {
  if (change.kind === 'withdrawn')
    return (
      <>
        Taken out of the feed <Moment at={change.at} zone={zone} />
      </>
    );
  if (change.kind === 'back')
    return (
      <>
        Listed again <Moment at={change.at} zone={zone} />
      </>
    );
  return (
    <>
      <p>
        Headline changed <Moment at={change.at} zone={zone} />
      </p>
      <p lang={language} dir="auto" className="leading-article text-text">
        {diffWords(change.before, change.after ?? '').map((run, nth) => (
          <Run key={`${nth} ${run.kind}`} run={run} />
        ))}
      </p>
    </>
  );
}

/** Struck out and underlined, not coloured; said aloud in words. */
function Run({ run: { kind, text } }: { readonly run: DiffRun }) {
  if (kind === 'same') return text;
  if (kind === 'removed')
    return (
      <del className="text-muted line-through">
        <span className="sr-only"> removed: </span>
        {text}
      </del>
    );
  return (
    <ins className="font-semibold underline">
      <span className="sr-only"> added: </span>
      {text}
    </ins>
  );
}

interface LineProps {
  readonly change: HeadlineChange;
  readonly language: string;
  readonly zone: string;
}
