import { ActButton } from '@/app/_client/console/act-button';
import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import type { DecisionRow } from '@/db/queries/desk-decisions';
import { describeChange } from '@/lib/model/describe-change';
import { UNDONE_ELSEWHERE } from '@/lib/model/desk-decision';

const HEADINGS = ['What', 'Who', 'When'];

/** The audit log, the latest first. */
export function DecisionTable({ decisions, time }: { decisions: readonly DecisionRow[]; time: PageTime }) {
  if (decisions.length === 0) return <Note>Nothing has been decided by hand yet.</Note>;
  return (
    <RecordTable caption="What was decided by hand" headings={HEADINGS} hasActions>
      {decisions.map((decision) => (
        <RecordRow key={decision.id} name={<What decision={decision} />}>
          <RecordCell label="Who">{decision.operatorName ?? 'an operator who is gone'}</RecordCell>
          <RecordCell label="When">
            <When at={decision.at} time={time} />
          </RecordCell>
          <RecordCell wide>
            <WayBack decision={decision} time={time} />
          </RecordCell>
        </RecordRow>
      ))}
    </RecordTable>
  );
}

function What({ decision }: { decision: DecisionRow }) {
  const { summary, subject, undoneAt } = decision;
  const lines = describeChange(decision.before, decision.after);
  return (
    <>
      <span className={`text-pretty ${undoneAt ? 'text-muted line-through' : ''}`} dir="auto">
        {summary}
      </span>
      <span className="flex flex-wrap gap-x-3 text-12">
        {(subject.storyIds ?? []).map((id) => (
          <DeskLink key={id} href={`/console/stories/${id}`} className="reach underline">
            story {id}
          </DeskLink>
        ))}
        {subject.storyIds === undefined &&
          (subject.articleIds ?? []).map((id) => (
            <DeskLink key={id} href={`/console/articles/${id}`} className="reach underline">
              article {id}
            </DeskLink>
          ))}
      </span>
      {lines.length > 0 && (
        <details className="mt-1 text-12 text-muted">
          <summary className="marker:text-faint hover:text-text">before and after</summary>
          <ul className="mt-1 space-y-1">
            {lines.map(({ what, before, after }, nth) => (
              <li key={`${nth} ${what}`} className="break-words">
                {what}: {before} → {after}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function WayBack({ decision, time }: { decision: DecisionRow; time: PageTime }) {
  const { id, kind, undoneAt, undoneByName, summary } = decision;
  if (undoneAt)
    return (
      <span className="text-12 text-muted">
        undone <When at={undoneAt} time={time} />
        {undoneByName !== undefined && ` by ${undoneByName}`}
      </span>
    );
  if (UNDONE_ELSEWHERE.includes(kind)) return null;
  return <ActButton value={`undo:${id}`} label="Undo" pendingLabel="Undoing…" of={summary} />;
}
