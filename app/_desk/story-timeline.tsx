import { DeskLink } from '@/app/_ui/desk-link';
import type { StoryMember } from '@/db/queries/story';
import { formatClock, formatDelay, formatMoment } from '@/lib/core/format-time';
import type { ArticleId } from '@/lib/model/ids';
import { articlePath } from '@/lib/model/paths';

interface StoryTimelineProps {
  /** The first published first. */
  readonly members: readonly StoryMember[];
  /** The article the reader has open. */
  readonly currentId?: ArticleId;
  readonly zone: string;
}

/** Who told the story, and how long after the first. */
export function StoryTimeline({ members, currentId, zone }: StoryTimelineProps) {
  const [first] = members;
  if (!first) return null;
  return (
    <ol className="timeline pt-2">
      {members.map((member) => (
        <li
          key={member.id}
          data-relation={member.relation}
          className="grid grid-cols-[3.5rem_1fr] gap-x-4 pb-2.5"
        >
          <time
            dateTime={member.at.toISOString()}
            title={formatMoment(member.at, zone)}
            className="text-12 text-faint"
          >
            {member === first ? formatClock(member.at, zone) : formatDelay(member.at, first.at)}
          </time>
          <div className="min-w-0">
            <p className="text-12">
              <DeskLink
                href={articlePath(member)}
                aria-current={member.id === currentId ? 'page' : undefined}
                className="font-semibold"
              >
                <bdi>{member.source.name}</bdi>
              </DeskLink>
              <span className="text-faint"> {relationWords(member, first)}</span>
              {member.retitled && <span className="text-faint"> · headline changed</span>}
              {member.withdrawn && <span className="text-muted"> · withdrawn</span>}
              {member.id === currentId && <span className="text-faint"> · this page</span>}
            </p>
            {member.relation !== 'repost' && member.id !== currentId && (
              <p lang={member.language} dir="auto" className="line-clamp-2 text-12 text-muted">
                {member.title}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function relationWords(member: StoryMember, first: StoryMember): string {
  if (member.relation === 'repost') return 'repost';
  return member === first ? 'first' : 'own report';
}
