import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { FeedActions } from '@/app/_client/console/feed-actions';
import { KeepFresh } from '@/app/_client/console/keep-fresh';
import { startPage } from '@/app/_desk/page-time';
import { DeskLink } from '@/app/_ui/desk-link';
import { actOnFeed } from '@/app/console/feeds/actions';
import { requireOperator } from '@/app/console/require-operator';
import { readFeedArrivals } from '@/db/queries/feed-arrivals';
import { readFeed } from '@/db/queries/feeds';
import { readFetchLog } from '@/db/queries/fetch-log';
import { DAY_MS } from '@/lib/core/time';
import type { FeedId } from '@/lib/model/ids';
import { FeedArrivals } from './feed-arrivals';
import { FeedHeader } from './feed-header';
import { FeedPoliteness } from './feed-politeness';
import { FeedRhythm } from './feed-rhythm';
import { FeedSettings } from './feed-settings';
import { FeedTexts } from './feed-texts';
import { FetchLog } from './fetch-log';

const LOG_LINES = 50;
const ARRIVALS = 12;
const ARRIVALS_SINCE_MS = 14 * DAY_MS;
const REFRESH_MS = 15_000;

interface FeedPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const findFeed = cache(async (id: string) => {
  await requireOperator(`/console/feeds/${encodeURIComponent(id)}`);
  const feed = /^\d{1,15}$/.test(id) ? await readFeed(Number(id) as FeedId) : undefined;
  return feed ?? notFound();
});

export async function generateMetadata({ params }: FeedPageProps): Promise<Metadata> {
  return { title: (await findFeed((await params).id)).sourceName };
}

export default async function Page({ params, searchParams }: FeedPageProps) {
  const time = await startPage();
  const feed = await findFeed((await params).id);
  const { added, exists } = await searchParams;
  const since = new Date(time.now.getTime() - ARRIVALS_SINCE_MS);
  const [log, arrivals] = await Promise.all([
    readFetchLog(feed.id, LOG_LINES),
    readFeedArrivals(feed.id, since, ARRIVALS),
  ]);
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <p className="text-12 text-muted">
        <DeskLink href="/console/feeds" className="reach">
          Feeds
        </DeskLink>
      </p>
      <FeedActions action={actOnFeed}>
        <FeedHeader feed={feed} time={time} added={added !== undefined} exists={exists !== undefined} />
      </FeedActions>
      <div className="mt-6 grid gap-x-8 gap-y-6 two:grid-cols-[minmax(0,1fr)_22rem]">
        <FetchLog log={log} time={time} />
        <div className="grid content-start gap-y-6">
          <FeedRhythm id={feed.id} time={time} />
          <FeedArrivals arrivals={arrivals} time={time} />
          <FeedTexts id={feed.id} since={since} time={time} />
        </div>
      </div>
      <FeedPoliteness id={feed.id} time={time} />
      {!feed.removedAt && <FeedSettings id={feed.id} />}
      <KeepFresh everyMs={REFRESH_MS} />
    </main>
  );
}
