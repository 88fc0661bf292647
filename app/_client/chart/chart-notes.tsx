import type { CandleSeries } from '@/lib/model/candle-series';
import { VENUE_NAMES } from '@/lib/model/venue';
import { describeCourse, tabulateCourse } from './describe-course';

interface ChartNotesProps {
  readonly name: string;
  readonly zone: string;
  readonly series: CandleSeries | undefined;
  readonly failed: boolean;
  readonly unavailable: boolean;
}

/** The chart in words and in a table, where its prices come from, and who made the library that draws it. */
export function ChartNotes({ name, zone, series, failed, unavailable }: ChartNotesProps) {
  return (
    <figcaption className="text-12 text-muted">
      {unavailable && <p>The chart could not be loaded; its prices are below.</p>}
      {failed && <p>The course cannot be had just now; it is asked for again within a few minutes.</p>}
      {series && <p className="mt-1">{describeCourse(name, series)}</p>}
      {series && <CourseTable series={series} zone={zone} name={name} />}
      <p className="mt-1 text-11 text-faint">
        {series && series.origins.length > 0 && `${sourceWords(series.origins)} `}
        Drawn with{' '}
        <a href="https://www.tradingview.com/" className="underline" rel="noopener">
          TradingView Lightweight Charts™
        </a>
        , © TradingView, Inc.
      </p>
    </figcaption>
  );
}

function CourseTable({ series, zone, name }: { series: CandleSeries; zone: string; name: string }) {
  const rows = tabulateCourse(series, zone);
  if (rows.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="marker:text-faint hover:text-text">The chart as a table</summary>
      <table className="mt-1 w-full max-w-md text-end">
        <caption className="sr-only">{name}, in US dollars</caption>
        <thead className="text-11 text-faint">
          <tr>
            {['From', 'Open', 'High', 'Low', 'Close'].map((heading) => (
              <th key={heading} scope="col" className="font-normal first:text-start">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ startsAt, time, prices }) => (
            <tr key={startsAt}>
              <th scope="row" className="text-start font-normal">
                {time}
              </th>
              {['open', 'high', 'low', 'close'].map((column, index) => (
                <td key={column}>{prices[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** `live` are the desk's own minutes; what is older comes from a venue. */
function sourceWords(origins: readonly string[]): string {
  const names: Readonly<Record<string, string>> = VENUE_NAMES;
  const venues = origins.filter((origin) => origin !== 'live').map((origin) => names[origin] ?? origin);
  const own = origins.includes('live') ? ['this desk’s own ticks'] : [];
  const history = venues.length > 0 ? [`the history of ${venues.join(', ')}`] : [];
  return `From ${[...own, ...history].join(' and ')}.`;
}
