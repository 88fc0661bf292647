import type { PageTime } from '@/app/_desk/page-time';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import type { FetchRow } from '@/db/queries/select-feed';
import { formatBytes } from '@/lib/core/format-bytes';
import { formatClock, formatDay } from '@/lib/core/format-time';
import { SECOND_MS } from '@/lib/core/time';
import { fetchWords, TIER_WORDS, TRIGGER_WORDS } from '@/lib/model/feed-words';

/** Every time the feed was asked, the latest first. */
export function FetchLog({ log, time }: { log: readonly FetchRow[]; time: PageTime }) {
  return (
    <section aria-labelledby="log" className="min-w-0">
      <ColumnHeading id="log" title="Log" aside={`times in ${time.zone}`} />
      {log.length === 0 ? (
        <Note>It has not been asked yet.</Note>
      ) : (
        <table className="w-full text-12">
          <thead className="text-11 text-faint">
            <tr className="h-7">
              <th scope="col" className="pe-3 text-start font-normal">
                When
              </th>
              <th scope="col" className="w-full pe-3 text-start font-normal">
                What came
              </th>
              <th scope="col" className="hidden pe-3 text-end font-normal two:table-cell">
                Answer
              </th>
              <th scope="col" className="hidden pe-3 text-end font-normal two:table-cell">
                Downloaded
              </th>
              <th scope="col" className="hidden pe-3 text-end font-normal two:table-cell">
                Saved
              </th>
              <th scope="col" className="text-end font-normal">
                Took
              </th>
            </tr>
          </thead>
          <tbody>
            {log.map((fetch) => (
              <Line key={fetch.startedAt.getTime()} fetch={fetch} time={time} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Line({ fetch, time }: { fetch: FetchRow; time: PageTime }) {
  const isTrouble = fetch.outcome !== 'fetched' && fetch.outcome !== 'not-modified';
  return (
    <tr className="border-t border-line align-top">
      <td className="py-1 pe-3 whitespace-nowrap text-muted">
        <time dateTime={fetch.startedAt.toISOString()}>
          {formatDay(fetch.startedAt, time.zone, time.now)} {formatClock(fetch.startedAt, time.zone)}
        </time>
      </td>
      <td className={`py-1 pe-3 break-words ${isTrouble ? 'font-semibold' : ''}`}>
        {fetchWords(fetch)}
        {marksOf(fetch).map((mark) => (
          <span key={mark} className="ms-2 text-11 font-normal whitespace-nowrap text-faint">
            {mark}
          </span>
        ))}
        {fetch.outcome === 'fetched' && fetch.message !== undefined && (
          <span className="block text-pretty text-muted">{fetch.message}</span>
        )}
      </td>
      <td className="hidden py-1 pe-3 text-end text-muted two:table-cell">{fetch.httpStatus ?? '–'}</td>
      <td className="hidden py-1 pe-3 text-end whitespace-nowrap text-muted two:table-cell">
        {fetch.wireBytes === undefined ? '–' : formatBytes(fetch.wireBytes)}
      </td>
      <td className="hidden py-1 pe-3 text-end whitespace-nowrap text-muted two:table-cell">
        {sparedBy(fetch)}
      </td>
      <td className="py-1 text-end whitespace-nowrap text-muted">{tookWords(fetch.durationMs)}</td>
    </tr>
  );
}

/** `450 ms`, `12.3 s`. */
function tookWords(ms: number): string {
  return ms < SECOND_MS ? `${ms} ms` : `${(ms / SECOND_MS).toFixed(1)} s`;
}

/** Who asked, and how hard it was to read, where that is not the usual. */
function marksOf({ trigger, outcome, tier }: FetchRow): readonly string[] {
  const isSame = outcome === 'fetched' && tier === undefined;
  return [
    TRIGGER_WORDS[trigger],
    tier && TIER_WORDS[tier],
    isSame ? 'the same file as before' : undefined,
  ].filter((mark) => mark !== undefined);
}

/** By a 304, or by compression. */
function sparedBy({ savedBytes, bytes, wireBytes }: FetchRow): string {
  const packed = bytes !== undefined && wireBytes !== undefined ? Math.max(0, bytes - wireBytes) : 0;
  const spared = (savedBytes ?? 0) + packed;
  return spared === 0 ? '–' : formatBytes(spared);
}
