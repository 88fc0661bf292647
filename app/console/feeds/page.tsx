import type { Metadata } from 'next';
import { z } from 'zod';
import { FeedActions } from '@/app/_client/console/feed-actions';
import { KeepFresh } from '@/app/_client/console/keep-fresh';
import { startPage } from '@/app/_desk/page-time';
import { DeskLink } from '@/app/_ui/desk-link';
import { requireOperator } from '@/app/console/require-operator';
import { countFeeds, readFeeds } from '@/db/queries/feeds';
import { FEED_STATES } from '@/lib/model/feed';
import { actOnFeed } from './actions';
import { FeedFilterBar } from './feed-filter-bar';
import { FeedTable } from './feed-table';

const REFRESH_MS = 15_000;

export const metadata: Metadata = { title: 'Feeds' };

const query = z.object({
  state: z
    .enum([...FEED_STATES, 'removed'])
    .optional()
    .catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
});

interface FeedsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: FeedsPageProps) {
  const time = await startPage();
  await requireOperator('/console/feeds');
  const { state, q } = query.parse(await searchParams);
  const filter = state === 'removed' ? { removed: true, text: q } : { state, text: q };
  const [feeds, counts] = await Promise.all([readFeeds(filter), countFeeds()]);
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-20 leading-row tracking-tight">Feeds</h1>
        <DeskLink
          href="/console/feeds/new"
          className="inline-flex h-9 items-center rounded-4 bg-text px-4 text-13 font-semibold text-bg hover:no-underline hover:opacity-90 pointer-coarse:h-11"
        >
          Add a feed
        </DeskLink>
      </div>
      <FeedFilterBar counts={counts} state={state} text={q} />
      <FeedActions action={actOnFeed}>
        <FeedTable feeds={feeds} time={time} />
      </FeedActions>
      <KeepFresh everyMs={REFRESH_MS} />
    </main>
  );
}
