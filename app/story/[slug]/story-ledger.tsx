import { HeadlineChangeLine } from '@/app/_desk/headline-change-line';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import type { StoryHeadlineChange } from '@/db/queries/headline-changes';
import { articlePath } from '@/lib/model/paths';

interface StoryLedgerProps {
  /** The latest first. */
  readonly changes: readonly StoryHeadlineChange[];
  readonly zone: string;
}

/** What the sources of a story changed after we had seen it. */
export function StoryLedger({ changes, zone }: StoryLedgerProps) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="ledger" data-testid="headline-ledger" className="mt-5">
      <ColumnHeading id="ledger" title="What was changed since" />
      <ol>
        {changes.map((change) => (
          <li
            key={`${change.headline.id} ${change.kind} ${change.at.getTime()}`}
            className="border-b border-line py-2.5 text-12 text-muted last:border-b-0"
          >
            <DeskLink href={articlePath(change.headline)} className="font-semibold text-text">
              <bdi>{change.headline.source.name}</bdi>
            </DeskLink>
            <div>
              <HeadlineChangeLine change={change} language={change.headline.language} zone={zone} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
