import { ActButton } from '@/app/_client/console/act-button';
import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import type { NewsroomMember, NewsroomStory } from '@/db/queries/newsroom-stories';

const HEADINGS = ['Article', 'Stands here as', 'Score', 'Published'];

interface MemberTableProps {
  readonly story: NewsroomStory;
  readonly members: readonly NewsroomMember[];
  readonly time: PageTime;
}

/** The articles of a story, why each stands in it, and the way to take some out. */
export function MemberTable({ story, members, time }: MemberTableProps) {
  return (
    <section aria-labelledby="articles" className="mt-6">
      <ColumnHeading id="articles" title="Articles" aside="the first published first" />
      {members.length === 0 && <Note>It has no articles.</Note>}
      <RecordTable caption="Articles of this story and why they stand in it" headings={HEADINGS} hasActions>
        {members.map((member) => (
          <RecordRow key={member.id} name={<Name member={member} canTick={members.length > 1} />}>
            <RecordCell wide>
              {member.id === story.leadArticleId ? `lead, ${member.relation}` : member.relation}
              {member.evidence !== undefined && (
                <span className="block text-12 text-pretty text-muted">{member.evidence}</span>
              )}
            </RecordCell>
            <RecordCell label="Score">{member.score?.toFixed(2) ?? '–'}</RecordCell>
            <RecordCell label="Published">
              <When at={member.at} time={time} />
            </RecordCell>
            <RecordCell wide>
              <Pin story={story} member={member} />
            </RecordCell>
          </RecordRow>
        ))}
      </RecordTable>
      {members.length > 1 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-13 text-muted">
          <ActButton value={`split:${story.id}`} label="Split the ticked off" pendingLabel="Splitting…" />
          <p className="max-w-[60ch] text-12 text-pretty">
            They become a story of their own and stay apart from the others. A copy goes with its original.
          </p>
        </div>
      )}
    </section>
  );
}

function Name({ member, canTick }: { member: NewsroomMember; canTick: boolean }) {
  return (
    <span className="flex gap-3">
      {canTick && (
        <input
          type="checkbox"
          name="article"
          value={member.id}
          aria-label={`Tick “${member.title}”`}
          className="mt-0.5 size-4 shrink-0 accent-current pointer-coarse:size-6"
        />
      )}
      <span className="min-w-0">
        <DeskLink
          href={`/console/articles/${member.id}`}
          className="reach font-semibold text-pretty"
          dir="auto"
          lang={member.language}
        >
          {member.title}
        </DeskLink>
        <span className="block text-12 text-muted">
          <bdi>{member.sourceName}</bdi>
          {member.isHidden && ' · not shown to readers'}
        </span>
      </span>
    </span>
  );
}

function Pin({ story, member }: { story: NewsroomStory; member: NewsroomMember }) {
  const isPinned = story.pinnedAt && member.id === story.leadArticleId;
  if (isPinned || member.relation === 'repost' || member.isHidden) return null;
  return (
    <ActButton
      value={`pin:${story.id}:${member.id}`}
      label={member.id === story.leadArticleId ? 'Pin as lead' : 'Make it lead'}
      pendingLabel="Pinning…"
      of={member.title}
    />
  );
}
