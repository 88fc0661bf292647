import type { PageTime } from '@/app/_desk/page-time';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { HeadlineTitle } from '@/app/_ui/headline-title';
import type { StoryMember } from '@/db/queries/story';
import { formatClock, formatDelay, formatMoment, zoneNameAt } from '@/lib/core/format-time';
import { ATTRIBUTION_WORDS } from '@/lib/model/attribution-words';
import { articlePath, sourcePath } from '@/lib/model/paths';
import { countCopies, toRepostTree, type RepostNode } from '@/lib/model/repost-tree';

interface StoryReportsProps {
  /** The first published first. */
  readonly members: readonly StoryMember[];
  readonly lead: StoryMember | undefined;
  readonly time: PageTime;
}

/** Every report with its delay behind the first; what copies it is folded beneath, and counts for nobody. */
export function StoryReports({ members, lead, time }: StoryReportsProps) {
  const [first] = members;
  if (!first) return null;
  return (
    <section aria-labelledby="reports" className="mt-5">
      <ColumnHeading
        id="reports"
        title="Who told it when"
        aside={`times in ${zoneNameAt(first.at, time.zone)}`}
      />
      <ol data-testid="reports">
        {toRepostTree(members).map((node) => (
          <li
            key={node.article.id}
            data-relation={isTakenOver(node.article) ? 'repost' : 'report'}
            className="border-b border-line py-2.5 last:border-b-0"
          >
            <Report node={node} first={first} isLead={node.article.id === lead?.id} zone={time.zone} />
            <Reposts node={node} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ReportProps {
  readonly node: RepostNode<StoryMember>;
  readonly first: StoryMember;
  readonly isLead: boolean;
  readonly zone: string;
}

function Report({ node, first, isLead, zone }: ReportProps) {
  const { article: report } = node;
  const notes = [
    ...(isLead ? ['lead'] : []),
    ...(report.source.kind === 'newsroom' ? [] : [report.source.kind]),
    ...(report.withdrawn ? ['withdrawn'] : []),
  ];
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
          {notes.map((note) => ` · ${note}`)}
          <span className="text-faint">
            {' · '}
            <Evidence node={node} />
          </span>
        </p>
      </div>
    </div>
  );
}

/** What says that a report is its source's own, or whose it is. */
function Evidence({ node: { article, copies } }: { node: RepostNode<StoryMember> }) {
  if (isTakenOver(article)) {
    const { attribution } = article;
    return (
      <>
        repost of <bdi>{attribution?.name ?? 'what this desk does not show'}</bdi>
        {attribution && `: ${ATTRIBUTION_WORDS[attribution.kind]}`}
      </>
    );
  }
  const naming = copies.filter(({ article: copy }) => namesItsOriginal(copy));
  if (naming.length > 0)
    return (
      <>
        the original by the word of{' '}
        {naming.map(({ article: copy }, index) => (
          <span key={copy.id}>
            {index > 0 && ', '}
            <bdi>{copy.source.name}</bdi>
          </span>
        ))}
      </>
    );
  if (copies.length > 0) return 'had these words first';
  return article.evidence ?? 'own report';
}

function Reposts({ node }: { node: RepostNode<StoryMember> }) {
  if (node.copies.length === 0) return null;
  const count = countCopies(node);
  return (
    <details className="ms-19 mt-1 text-12 text-muted" data-testid="reposts">
      <summary className="w-fit marker:text-faint hover:text-text">
        {count === 1 ? '1 repost' : `${count} reposts`}
      </summary>
      <CopyList node={node} />
    </details>
  );
}

/** Each copy with its delay behind what it copies, and how that is known. */
function CopyList({ node: { article: original, copies } }: { node: RepostNode<StoryMember> }) {
  return (
    <ul className="mt-1 space-y-1">
      {copies.map((node) => (
        <li key={node.article.id}>
          <DeskLink href={articlePath(node.article)} title={node.article.title}>
            <bdi>{node.article.source.name}</bdi>
          </DeskLink>{' '}
          <span className="text-faint">
            {formatDelay(node.article.at, original.at)} · {copyEvidence(node.article)}
          </span>
          {node.copies.length > 0 && (
            <div className="ms-4">
              <CopyList node={node} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function copyEvidence({ attribution, evidence }: StoryMember): string {
  if (attribution) return ATTRIBUTION_WORDS[attribution.kind];
  return evidence ?? ATTRIBUTION_WORDS['same-text'];
}

/** It stands on top though it is somebody else's: the original is not among the desk's. */
function isTakenOver({ repostOfId, attribution }: StoryMember): boolean {
  return repostOfId !== undefined || attribution !== undefined;
}

function namesItsOriginal({ attribution }: StoryMember): boolean {
  return attribution !== undefined && attribution.kind !== 'same-text' && attribution.kind !== 'aggregator';
}
