import { DeskLink } from '@/app/_ui/desk-link';
import { HeadlineTitle } from '@/app/_ui/headline-title';
import { Thumbnail } from '@/app/_ui/thumbnail';
import { MINUTE_MS } from '@/lib/core/time';
import { countPublishers } from '@/lib/model/count-publishers';
import type { Headline, StoryHeadline } from '@/lib/model/headline';
import { articlePath, sourcePath, storyPath } from '@/lib/model/paths';
import { signImage } from '@/lib/reader/image-address';
import type { PageTime } from './page-time';
import { TokenMention } from './token-mention';
import { When } from './when';

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
    <article
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 pt-2.5 pb-1.5"
      data-story={story.id}
    >
      <div className="max-w-[72ch] text-15">
        <h3 className="line-clamp-3 font-semibold text-pretty two:line-clamp-2" dir="auto">
          <HeadlineTitle headline={lead} />
        </h3>
        <div className="mt-0.75 flex flex-wrap items-center gap-x-3 text-12 leading-6 text-muted">
          <span>
            <DeskLink href={sourcePath(lead.source.id)}>
              <bdi>{lead.source.name}</bdi>
            </DeskLink>
            {' · '}
            <When at={lead.at} time={time} />
          </span>
          {story.tokens.slice(0, MAX_TOKENS).map((token) => (
            <TokenMention key={token.id} token={token} now={time.now} />
          ))}
        </div>
      </div>
      {lead.image && (
        <div className="mb-1 two:row-span-2">
          <Thumbnail src={signImage(lead.image.url, THUMBNAIL.width * 2)} {...THUMBNAIL} />
        </div>
      )}
      <OtherReports story={story} time={time} />
    </article>
  );
}

/** Who else tells it, how many copies there are, and how fresh the newest of them is. */
function OtherReports({ story, time }: { story: StoryHeadline; time: PageTime }) {
  const named = story.reports.slice(0, MAX_NAMED_REPORTS);
  const goesOn = story.lastArticleAt.getTime() - story.lead.at.getTime() >= MINUTE_MS;
  if (named.length === 0 && story.repostCount === 0 && !goesOn) return null;
  return (
    <p className="col-span-2 max-w-[90ch] text-12 leading-6 text-faint two:col-span-1 two:col-start-1">
      {named.length > 0 && (
        <>
          Also: <ReportNames reports={named} />
          {' · '}
        </>
      )}
      <DeskLink href={storyPath(story)} className="inline-block">
        {countPublishers(story)}
      </DeskLink>
      {goesOn && (
        <>
          {'\u00a0· last '}
          <When at={story.lastArticleAt} time={time} />
        </>
      )}
    </p>
  );
}

function ReportNames({ reports }: { reports: readonly Headline[] }) {
  return reports.map((report, index) => (
    <span key={report.id}>
      {index > 0 && ', '}
      <DeskLink href={articlePath(report)} title={report.title} className="text-muted">
        <bdi>{report.source.name}</bdi>
      </DeskLink>
    </span>
  ));
}
