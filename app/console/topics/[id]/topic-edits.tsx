import { UndoButton } from '@/app/_client/console/undo-button';
import type { PageTime } from '@/app/_desk/page-time';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Moment } from '@/app/_ui/moment';
import { Note } from '@/app/_ui/note';
import type { TopicEdit } from '@/db/queries/topic-edits';
import { undoTopicAction } from './actions';

/** What operators changed of a topic, the latest first; the last that stands can be undone. */
export function TopicEdits({ edits, time }: { edits: readonly TopicEdit[]; time: PageTime }) {
  const last = edits.find(({ undoneAt }) => undoneAt === undefined);
  return (
    <section aria-labelledby="edits" className="mt-8 max-w-[72ch]">
      <ColumnHeading id="edits" title="Changes so far" />
      {edits.length === 0 && <Note>Nobody has changed it: its rules are those of the catalogue.</Note>}
      <ol>
        {edits.map((edit) => (
          <li
            key={edit.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2 text-13 last:border-b-0"
          >
            <div className="min-w-0">
              <p className={edit.undoneAt ? 'text-muted line-through' : ''}>{edit.summary}</p>
              <p className="text-12 text-muted">
                <Moment at={edit.at} zone={time.zone} />, {edit.operatorName ?? 'an operator who has left'}
                {edit.undoneAt && (
                  <>
                    {' · undone '}
                    <Moment at={edit.undoneAt} zone={time.zone} />
                  </>
                )}
              </p>
            </div>
            {edit === last && <UndoButton action={undoTopicAction.bind(null, edit.id)} of={edit.summary} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
