import type { PageTime } from '@/app/_desk/page-time';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import { When } from '@/app/_desk/when';
import { VENUE_STATE_MARKS, VENUE_STATE_WORDS } from '@/lib/model/venue-words';
import { VENUE_NAMES, type VenueStatus } from '@/lib/model/venue';

/** Which exchanges send prices, and how old the last word of each is. */
export function VenueHealth({ venues, time }: { venues: readonly VenueStatus[]; time: PageTime }) {
  return (
    <section aria-labelledby="venues" className="mt-6">
      <ColumnHeading id="venues" title="Venues" />
      {venues.length === 0 ? (
        <Note>No venue has been connected yet.</Note>
      ) : (
        <RecordTable
          caption="Venues and how each is doing"
          headings={['Venue', 'State', 'Since', 'Last data', 'Reconnects']}
        >
          {venues.map((venue) => (
            <Row key={venue.venue} venue={venue} time={time} />
          ))}
        </RecordTable>
      )}
    </section>
  );
}

function Row({ venue, time }: { venue: VenueStatus; time: PageTime }) {
  return (
    <RecordRow name={<span className="font-semibold">{VENUE_NAMES[venue.venue]}</span>}>
      <RecordCell wide>
        <div className="grid grid-cols-[1rem_1fr]">
          <span aria-hidden="true" className="text-12">
            {VENUE_STATE_MARKS[venue.state]}
          </span>
          <span className="text-pretty">
            <span className={venue.state === 'up' ? '' : 'font-semibold'}>
              {VENUE_STATE_WORDS[venue.state]}
            </span>
            {venue.reason !== undefined && <span className="block text-12 text-muted">{venue.reason}</span>}
          </span>
        </div>
      </RecordCell>
      <RecordCell label="Since">
        <When at={venue.since} time={time} />
      </RecordCell>
      <RecordCell label="Last data">
        <When at={venue.lastDataAt} time={time} />
      </RecordCell>
      <RecordCell label="Reconnects">{venue.reconnects}</RecordCell>
    </RecordRow>
  );
}
