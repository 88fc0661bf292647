import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { readFeedStates } from '@/db/queries/feed-states';
import { readInstallation } from '@/db/queries/installation';
import { readVenues } from '@/db/queries/venues';
import { countWords } from '@/lib/model/feed-words';
import { judgeReach } from '@/lib/model/outage';
import type { PageTime } from './page-time';
import { ReachNote } from './reach-note';

/** Why there is nothing to read yet, and where to look. */
export async function EmptyDesk({ time }: { time: PageTime }) {
  const [feeds, venues, installation] = await Promise.all([
    readFeedStates(),
    readVenues(),
    readInstallation(),
  ]);
  const isSimulated = installation?.world === 'simulated';
  const reach = judgeReach(feeds, venues);
  const asked = feeds.filter((feed) => feed.state !== 'new').length;
  return (
    <>
      {reach.kind === 'none' ? (
        <ReachNote {...{ reach, feeds, venues, isSimulated, time }} />
      ) : (
        <Note>{waitingWords(asked, feeds.length)}</Note>
      )}
      <p className="py-3 text-13">
        <DeskLink href="/status" className="underline">
          How every feed and venue is doing
        </DeskLink>
      </p>
    </>
  );
}

function waitingWords(asked: number, feeds: number): string {
  if (feeds === 0) return 'No feed is in the catalogue: an operator adds them in the console.';
  if (asked === feeds)
    return `All ${countWords(feeds, 'feed')} have been asked, and none has brought an article yet.`;
  return `The first poll is under way: ${asked} of ${countWords(feeds, 'feed')} asked so far. Stories appear here as they come in.`;
}
