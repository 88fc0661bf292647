import type { Metadata } from 'next';
import { FeedActions } from '@/app/_client/console/feed-actions';
import { KeepFresh } from '@/app/_client/console/keep-fresh';
import { FeedFilterBar } from '@/app/_desk/feed-filter-bar';
import { FEEDS_PER_PAGE, readFeedQuery, toFeedFilter, toFeedPage } from '@/app/_desk/feed-query';
import { startPage } from '@/app/_desk/page-time';
import { DeskLink } from '@/app/_ui/desk-link';
import { Pager } from '@/app/_ui/pager';
import { requireOperator } from '@/app/console/require-operator';
import { countFeeds, countFeedsThat, readFeeds } from '@/db/queries/feeds';
import { actOnFeed } from './actions';
import { FeedTable } from './feed-table';

const REFRESH_MS = 15_000;

export const metadata: Metadata = { title: 'Feeds' };

const PATH = '/console/feeds';

interface FeedsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: FeedsPageProps) {
  const time = await startPage();
  await requireOperator(PATH);
  const query = readFeedQuery(await searchParams);
  const { state, q, page } = query;
  const filter = toFeedFilter(query);
  const [feeds, total, counts] = await Promise.all([
    readFeeds(filter, toFeedPage(query)),
    countFeedsThat(filter),
    countFeeds(),
  ]);
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
      <div className="mt-4 border-t border-line">
        <FeedFilterBar path={PATH} counts={counts} withRemoved state={state} text={q} />
      </div>
      <FeedActions action={actOnFeed}>
        <FeedTable feeds={feeds} time={time} />
      </FeedActions>
      <Pager path={PATH} search={{ state, q }} page={page} pageLength={FEEDS_PER_PAGE} total={total} />
      <KeepFresh everyMs={REFRESH_MS} />
    </main>
  );
}
