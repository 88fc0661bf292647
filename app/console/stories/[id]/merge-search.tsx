import { ActButton } from '@/app/_client/console/act-button';
import { FeedActions } from '@/app/_client/console/feed-actions';
import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { FindForm } from '@/app/_ui/find-form';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import { actOnNews } from '@/app/console/newsroom-actions';
import { findNewsroomStories, type NewsroomStory } from '@/db/queries/newsroom-stories';

const MAX_FOUND = 10;
const HEADINGS = ['Story', 'Articles', 'Last article'];

interface MergeSearchProps {
  readonly story: NewsroomStory;
  readonly words: string;
  readonly time: PageTime;
}

/** Looks for stories that tell the same event, to make them one with this. */
export async function MergeSearch({ story, words, time }: MergeSearchProps) {
  const found =
    words === '' ? [] : await findNewsroomStories(words, { limit: MAX_FOUND, offset: 0, without: story.id });
  return (
    <section aria-labelledby="merge" className="mt-8">
      <ColumnHeading
        id="merge"
        title="Merge another story into this one"
        aside="its address will lead here"
      />
      <div className="py-2">
        <FindForm
          path={`/console/stories/${story.id}`}
          name="q"
          label="Find the other story by headline, address or id"
          placeholder="Headline, address or id"
          value={words}
        />
      </div>
      <FeedActions action={actOnNews}>
        {words !== '' && found.length === 0 && <Note>No other story fits.</Note>}
        {found.length > 0 && (
          <RecordTable caption="Stories that may tell the same event" headings={HEADINGS} hasActions>
            {found.map((other) => (
              <RecordRow key={other.id} name={<Name story={other} />}>
                <RecordCell label="Articles">{other.articleCount}</RecordCell>
                <RecordCell label="Last article">
                  <When at={other.lastArticleAt} time={time} />
                </RecordCell>
                <RecordCell wide>
                  <ActButton
                    value={`merge:${other.id}:${story.id}`}
                    label="Merge into this one"
                    pendingLabel="Merging…"
                    of={other.title}
                  />
                </RecordCell>
              </RecordRow>
            ))}
          </RecordTable>
        )}
      </FeedActions>
    </section>
  );
}

function Name({ story }: { story: NewsroomStory }) {
  return (
    <DeskLink href={`/console/stories/${story.id}`} className="reach font-semibold text-pretty" dir="auto">
      {story.title}
    </DeskLink>
  );
}
