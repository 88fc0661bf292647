import { Moment } from '@/app/_ui/moment';
import type { HeadlineChange } from '@/lib/model/headline-change';

interface WithdrawnNoticeProps {
  /** The latest first. */
  readonly changes: readonly HeadlineChange[];
  readonly zone: string;
}

/** Says that the source does not stand by the article any more, where it does not. */
export function WithdrawnNotice({ changes, zone }: WithdrawnNoticeProps) {
  const withdrawal = standingWithdrawal(changes);
  if (!withdrawal) return null;
  return (
    <aside
      aria-label="Withdrawn"
      data-testid="withdrawn-notice"
      className="mt-4 max-w-[72ch] border-y border-line py-2.5 text-12 leading-article text-muted"
    >
      <strong className="font-semibold text-text">Withdrawn by its source.</strong> It was taken out of the
      feed while older articles stayed; we noticed on <Moment at={withdrawal.at} zone={zone} />.
    </aside>
  );
}

/** The latest withdrawal, unless the source has listed the article again since. */
export function standingWithdrawal(changes: readonly HeadlineChange[]): HeadlineChange | undefined {
  const latest = changes.find(({ kind }) => kind !== 'retitled');
  return latest?.kind === 'withdrawn' ? latest : undefined;
}
