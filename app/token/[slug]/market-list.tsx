import type { TokenMarket } from '@/db/queries/token';
import { VENUE_NAMES } from '@/lib/model/venue';
import { describePeriod } from '@/lib/model/venue-words';

/** Under which symbol a token trades where, and since when. */
export function MarketList({ markets }: { markets: readonly TokenMarket[] }) {
  if (markets.length === 0) return null;
  return (
    <ul className="pt-1.5 text-12">
      {markets.map((market) => (
        <li
          key={`${market.venue} ${market.symbol} ${market.validFrom.getTime()}`}
          className="flex flex-wrap justify-between gap-x-4 py-0.75"
        >
          <span className="text-muted">
            {VENUE_NAMES[market.venue]} <span className="text-text">{market.symbol}</span>
          </span>
          <span className="text-faint">
            {[market.status === 'trading' ? '' : market.status, describePeriod(market)]
              .filter((words) => words !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
