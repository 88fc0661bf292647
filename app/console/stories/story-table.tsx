import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import type { NewsroomStory } from '@/db/queries/newsroom-stories';

const HEADINGS = ['Story', 'By hand', 'Articles', 'Publishers', 'Last article'];

/** Stories, the latest first, each with what was decided of it. */
export function StoryTable({ stories, time }: { stories: readonly NewsroomStory[]; time: PageTime }) {
  if (stories.length === 0) return <Note>No story fits.</Note>;
  return (
    <RecordTable caption="Stories and what was decided of them" headings={HEADINGS}>
      {stories.map((story) => (
        <RecordRow key={story.id} name={<Name story={story} />}>
          <RecordCell wide>{marksOf(story)}</RecordCell>
          <RecordCell label="Articles">{story.articleCount}</RecordCell>
          <RecordCell label="Publishers">{story.publisherCount}</RecordCell>
          <RecordCell label="Last article">
            <When at={story.lastArticleAt} time={time} />
          </RecordCell>
        </RecordRow>
      ))}
    </RecordTable>
  );
}

function Name({ story }: { story: NewsroomStory }) {
  return (
    <DeskLink href={`/console/stories/${story.id}`} className="reach font-semibold" dir="auto">
      {story.title}
    </DeskLink>
  );
}

function marksOf({ pinnedAt, lockedAt }: NewsroomStory): string {
  return [pinnedAt && 'lead pinned', lockedAt && 'locked'].filter((mark) => mark !== undefined).join(', ');
}
