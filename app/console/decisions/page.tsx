import type { Metadata } from 'next';
import { FeedActions } from '@/app/_client/console/feed-actions';
import { startPage } from '@/app/_desk/page-time';
import { Pager } from '@/app/_ui/pager';
import { actOnNews } from '@/app/console/newsroom-actions';
import { requireOperator } from '@/app/console/require-operator';
import { readStoryQuery } from '@/app/console/stories/story-query';
import { countDecisions, readDecisions } from '@/db/queries/desk-decisions';
import { DecisionTable } from './decision-table';

const DECISIONS_PER_PAGE = 50;
const PATH = '/console/decisions';

export const metadata: Metadata = { title: 'Decisions' };

interface DecisionsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: DecisionsPageProps) {
  const time = await startPage();
  await requireOperator(PATH);
  const { page } = readStoryQuery(await searchParams);
  const [decisions, total] = await Promise.all([
    readDecisions({ limit: DECISIONS_PER_PAGE, offset: (page - 1) * DECISIONS_PER_PAGE }),
    countDecisions(),
  ]);
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-20 leading-row tracking-tight">Decisions</h1>
        <a
          href="/api/operator/decisions.jsonl"
          download
          className="inline-flex h-9 items-center rounded-4 border border-line bg-surface px-4 text-13 hover:border-faint hover:no-underline pointer-coarse:h-11"
        >
          Export as cases
        </a>
      </div>
      <p className="mt-1 mb-4 max-w-[72ch] text-13 leading-article text-pretty text-muted">
        Everything that was decided by hand on stories, tags, names and topics: who, when, what, and how it
        was before. It holds when stories are built anew.
      </p>
      <FeedActions action={actOnNews}>
        <DecisionTable decisions={decisions} time={time} />
      </FeedActions>
      <Pager path={PATH} search={{}} page={page} pageLength={DECISIONS_PER_PAGE} total={total} />
    </main>
  );
}
