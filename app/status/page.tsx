import type { Metadata } from 'next';
import { KeepFresh } from '@/app/_client/console/keep-fresh';
import { readFeedQuery } from '@/app/_desk/feed-query';
import { startPage } from '@/app/_desk/page-time';
import { ReachNote } from '@/app/_desk/reach-note';
import { readPoliteness } from '@/db/queries/feed-days';
import { readFeedStates } from '@/db/queries/feed-states';
import { countFeeds } from '@/db/queries/feeds';
import { readInstallation } from '@/db/queries/installation';
import { readVenues } from '@/db/queries/venues';
import { judgeReach } from '@/lib/model/outage';
import { processFacts } from '@/lib/operator/process-facts';
import { DeskLine } from './desk-line';
import { FeedHealth } from './feed-health';
import { Politeness } from './politeness';
import { VenueHealth } from './venue-health';

const REFRESH_MS = 20_000;

export const metadata: Metadata = {
  title: 'Status',
  description: 'Which feeds and exchanges answer this desk, since when not, and when they are asked again.',
};

interface StatusPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: StatusPageProps) {
  const time = await startPage();
  const query = readFeedQuery(await searchParams);
  const [feeds, counts, venues, installation, politeness] = await Promise.all([
    readFeedStates(),
    countFeeds(),
    readVenues(),
    readInstallation(),
    readPoliteness(time.now),
  ]);
  const isSimulated = installation?.world === 'simulated';
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <h1 className="text-20 leading-row tracking-tight">Status</h1>
      <DeskLine facts={processFacts()} isSimulated={isSimulated} time={time} />
      <ReachNote reach={judgeReach(feeds, venues)} {...{ feeds, venues, isSimulated, time }} />
      <VenueHealth venues={venues} time={time} />
      <FeedHealth query={query} counts={counts} time={time} />
      <Politeness {...politeness} />
      <KeepFresh everyMs={REFRESH_MS} />
    </main>
  );
}
