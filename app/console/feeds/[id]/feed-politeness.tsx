import type { PageTime } from '@/app/_desk/page-time';
import { PolitenessLedger } from '@/app/_desk/politeness-ledger';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import { readFeedDays, readPoliteness } from '@/db/queries/feed-days';
import type { FeedId } from '@/lib/model/ids';

const DAYS = 30;

/** What asking this feed has cost its site, day by day. */
export async function FeedPoliteness({ id, time }: { id: FeedId; time: PageTime }) {
  const [{ week, month }, days] = await Promise.all([
    readPoliteness(time.now, id),
    readFeedDays(id, time.now, DAYS),
  ]);
  return (
    <section aria-labelledby="politeness" className="mt-6 min-w-0">
      <ColumnHeading
        id="politeness"
        title="Politeness"
        aside="how often we ask, and what it costs the site; days in UTC"
      />
      {month.polls === 0 ? (
        <Note>It has not been asked in the last 30 days.</Note>
      ) : (
        <>
          <PolitenessLedger
            caption="What asking this feed has come to"
            heading="Time"
            rows={[
              ['7 days', week],
              ['30 days', month],
            ]}
          />
          <details>
            <summary className="cursor-pointer py-2 text-13 pointer-coarse:py-2.5">Day by day</summary>
            <PolitenessLedger
              caption="What asking this feed has come to, day by day"
              heading="Day"
              rows={days.map((day) => [day.day, day])}
            />
          </details>
        </>
      )}
    </section>
  );
}
