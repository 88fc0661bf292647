import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { DeskLink } from '@/app/_ui/desk-link';
import { Moment } from '@/app/_ui/moment';
import { Thumbnail } from '@/app/_ui/thumbnail';
import type { StoryMember, StoryPage } from '@/db/queries/story';
import { countPublishers } from '@/lib/model/count-publishers';
import type { TopicLabel } from '@/lib/model/headline';
import { articlePath, topicPath } from '@/lib/model/paths';
import { signImage } from '@/lib/reader/image-address';

const PICTURE = { width: 160, height: 90 };

interface StoryHeaderProps {
  readonly story: StoryPage;
  readonly lead: StoryMember | undefined;
  /** The first published. */
  readonly first: StoryMember | undefined;
  readonly topics: readonly TopicLabel[];
  readonly time: PageTime;
}

export function StoryHeader({ story, lead, first, topics, time }: StoryHeaderProps) {
  return (
    <header className="flex items-start justify-between gap-5">
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-3 gap-y-1 text-12 text-muted">
          <span className="font-semibold text-text">{countPublishers(story)}</span>
          {topics.map((topic) => (
            <DeskLink key={topic.id} href={topicPath(topic.id)}>
              {topic.name}
            </DeskLink>
          ))}
        </p>
        <h1 lang={lead?.language} dir="auto" className="mt-2 text-20 leading-row tracking-tight text-balance">
          {lead ? <DeskLink href={articlePath(lead)}>{lead.title}</DeskLink> : story.title}
        </h1>
        {lead?.dek !== undefined && (
          <p lang={lead.language} dir="auto" className="mt-2 leading-article text-pretty text-muted">
            {lead.dek}
          </p>
        )}
        <p className="mt-2 text-12 text-muted">
          First told <Moment at={first?.at ?? story.firstSeenAt} zone={time.zone} />, last joined{' '}
          <When at={story.lastArticleAt} time={time} />
        </p>
      </div>
      {lead?.image && (
        <div className="hidden two:block">
          <Thumbnail src={signImage(lead.image.url, PICTURE.width * 2)} {...PICTURE} />
        </div>
      )}
    </header>
  );
}
