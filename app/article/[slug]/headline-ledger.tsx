import { HeadlineChangeLine } from '@/app/_desk/headline-change-line';
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
            <HeadlineChangeLine change={change} language={language} zone={zone} />
          </li>
        ))}
      </ol>
    </section>
  );
}
