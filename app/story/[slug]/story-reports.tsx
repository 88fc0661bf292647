import type { PageTime } from '@/app/_desk/page-time';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { HeadlineTitle } from '@/app/_ui/headline-title';
import type { StoryMember } from '@/db/queries/story';
import { formatClock, formatDelay, formatMoment, zoneNameAt } from '@/lib/core/format-time';
import { articlePath, sourcePath } from '@/lib/model/paths';

interface StoryReportsProps {
  /** The first published first. */
  readonly members: readonly StoryMember[];
  readonly lead: StoryMember | undefined;
  readonly time: PageTime;
}

/** Every report with its delay behind the first; the copies of each are folded beneath it. */
export function StoryReports({ members, lead, time }: StoryReportsProps) {
  const reports = members.filter((member) => member.relation !== 'repost');
  const [first] = members;
  if (!first) return null;
  return (
    <section aria-labelledby="reports" className="mt-5">
      <ColumnHeading
        id="reports"
        title="Who told it when"
        aside={`times in ${zoneNameAt(first.at, time.zone)}`}
      />
      <ol>
        {reports.map((report) => (
          <li key={report.id} className="border-b border-line py-2.5 last:border-b-0">
            <Report report={report} first={first} isLead={report.id === lead?.id} zone={time.zone} />
            <Reposts copies={members.filter((member) => member.repostOfId === report.id)} first={first} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ReportProps {
  readonly report: StoryMember;
  readonly first: StoryMember;
  readonly isLead: boolean;
  readonly zone: string;
}

function Report({ report, first, isLead, zone }: ReportProps) {
  return (
    <div className="grid grid-cols-[4rem_1fr] gap-x-3">
      <p className="text-12 text-muted">
        <time dateTime={report.at.toISOString()} title={formatMoment(report.at, zone)} className="block">
          {formatClock(report.at, zone)}
        </time>
        <span className="text-faint">{report === first ? 'first' : formatDelay(report.at, first.at)}</span>
      </p>
      <div className="min-w-0">
        <h3 className="font-semibold text-pretty" dir="auto">
          <HeadlineTitle headline={report} />
        </h3>
        <p className="mt-0.5 text-12 text-muted">
          <DeskLink href={sourcePath(report.source.id)}>
            <bdi>{report.source.name}</bdi>
          </DeskLink>
          {isLead && ' · lead'}
          {report.evidence !== undefined && <span className="text-faint"> · {report.evidence}</span>}
        </p>
      </div>
    </div>
  );
}

function Reposts({ copies, first }: { copies: readonly StoryMember[]; first: StoryMember }) {
  if (copies.length === 0) return null;
  return (
    <details className="ms-19 mt-1 text-12 text-muted">
      <summary className="marker:text-faint hover:text-text">
        {copies.length === 1 ? '1 repost' : `${copies.length} reposts`}
      </summary>
      <ul className="mt-1 space-y-1">
        {copies.map((copy) => (
          <li key={copy.id}>
            <DeskLink href={articlePath(copy)}>
              <bdi>{copy.source.name}</bdi>
            </DeskLink>{' '}
            <span className="text-faint">
              {formatDelay(copy.at, first.at)}
              {copy.evidence !== undefined && ` · ${copy.evidence}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
