import { ActButton } from '@/app/_client/console/act-button';
import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { DeskLink } from '@/app/_ui/desk-link';
import type { NewsroomStory } from '@/db/queries/newsroom-stories';
import { countWords } from '@/lib/model/feed-words';
import { storyPath } from '@/lib/model/paths';

/** A story's name, its counts, and what may be decided of it as a whole. */
export function StoryHead({ story, time }: { story: NewsroomStory; time: PageTime }) {
  const { id, lockedAt, pinnedAt } = story;
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <h1 className="text-20 leading-row tracking-tight text-pretty" dir="auto">
          {story.title}
        </h1>
        <p className="mt-0.5 text-12 text-muted">
          {countWords(story.articleCount, 'article')} · {countWords(story.publisherCount, 'publisher')} ·{' '}
          {countWords(story.repostCount, 'repost')} · last <When at={story.lastArticleAt} time={time} /> ·{' '}
          <DeskLink href={storyPath(story)} className="reach underline">
            its page on the desk
          </DeskLink>
        </p>
        {lockedAt && (
          <p className="mt-1 text-13">
            Locked <When at={lockedAt} time={time} />: nothing joins or leaves it by itself.
          </p>
        )}
        {pinnedAt && (
          <p className="mt-1 text-13">
            Its lead was pinned <When at={pinnedAt} time={time} />: no later article takes its place.
          </p>
        )}
      </div>
      <div className="flex gap-1.5">
        {lockedAt ? (
          <ActButton value={`unlock:${id}`} label="Unlock" pendingLabel="Unlocking…" />
        ) : (
          <ActButton value={`lock:${id}`} label="Lock" pendingLabel="Locking…" />
        )}
        {pinnedAt && <ActButton value={`unpin:${id}`} label="Unpin the lead" pendingLabel="Unpinning…" />}
      </div>
    </header>
  );
}
