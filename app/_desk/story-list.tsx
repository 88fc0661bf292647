import { Ago } from '@/app/_client/time/ago';
import { DeskLink } from '@/app/_ui/desk-link';
import { HeadlineTitle } from '@/app/_ui/headline-title';
import { Thumbnail } from '@/app/_ui/thumbnail';
import { formatMoment } from '@/lib/core/format-time';
import { countPublishers } from '@/lib/model/count-publishers';
import type { Headline, StoryHeadline } from '@/lib/model/headline';
import { articlePath, sourcePath, storyPath } from '@/lib/model/paths';
import { signImage } from '@/lib/reader/image-address';
import type { PageTime } from './page-time';
import { TokenMention } from './token-mention';

const MAX_TOKENS = 4;
const MAX_NAMED_REPORTS = 6;
const THUMBNAIL = { width: 96, height: 54 };

/** Stories by their latest report: one headline each, then who else tells it. */
export function StoryList({ stories, time }: { stories: readonly StoryHeadline[]; time: PageTime }) {
  return (
    <ol>
      {stories.map((story) => (
        <li key={story.id} className="border-b border-line last:border-b-0">
          <StoryItem story={story} time={time} />
        </li>
      ))}
    </ol>
  );
}

function StoryItem({ story, time }: { story: StoryHeadline; time: PageTime }) {
  const { lead } = story;
  return (
    <article className="flex items-start justify-between gap-4 py-2.5" data-story={story.id}>
      <div className="max-w-[72ch] min-w-0 grow text-15">
        <h3 className="line-clamp-2 font-semibold text-pretty" dir="auto">
          <HeadlineTitle headline={lead} />
        </h3>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-muted">
          <span>
            <DeskLink href={sourcePath(lead.source.id)}>{lead.source.name}</DeskLink>
            {' · '}
            <Ago at={lead.at} now={time.now} moment={formatMoment(lead.at, time.zone)} />
          </span>
          {story.tokens.slice(0, MAX_TOKENS).map((token) => (
            <TokenMention key={token.id} token={token} now={time.now} />
          ))}
        </div>
        <OtherReports story={story} />
      </div>
      {lead.image && <Thumbnail src={signImage(lead.image.url, THUMBNAIL.width * 2)} {...THUMBNAIL} />}
    </article>
  );
}

function OtherReports({ story }: { story: StoryHeadline }) {
  if (story.reports.length === 0 && story.repostCount === 0) return null;
  const named = story.reports.slice(0, MAX_NAMED_REPORTS);
  return (
    <p className="mt-1 text-12 text-faint">
      {named.length > 0 && (
        <>
          Also: <ReportNames reports={named} />
          {' · '}
        </>
      )}
      <DeskLink href={storyPath(story)}>{countPublishers(story)}</DeskLink>
    </p>
  );
}

function ReportNames({ reports }: { reports: readonly Headline[] }) {
  return reports.map((report, index) => (
    <span key={report.id}>
      {index > 0 && ', '}
      <DeskLink href={articlePath(report)} title={report.title} className="text-muted">
        {report.source.name}
      </DeskLink>
    </span>
  ));
}
