import { quoteFacts } from '@/app/_desk/token-card';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Facts } from '@/app/_ui/facts';
import { Note } from '@/app/_ui/note';
import type { TokenMarket, TokenPage } from '@/db/queries/token';
import { VENUE_NAMES } from '@/lib/model/venue';

export function TokenAside({ token }: { token: TokenPage }) {
  return (
    <>
      <section aria-labelledby="figures" className="pb-5">
        <ColumnHeading id="figures" title="Last 24 hours" />
        <div className="pt-3">
          <Facts facts={quoteFacts(token.quote)} />
        </div>
      </section>
      <section aria-labelledby="markets" className="pb-5">
        <ColumnHeading id="markets" title="Markets listened to" />
        {token.markets.length === 0 ? (
          <Note>No venue this desk listens to trades {token.name}, so it has no price here.</Note>
        ) : (
          <div className="pt-3">
            <Facts facts={token.markets.map(marketFact)} />
          </div>
        )}
      </section>
    </>
  );
}

function marketFact(market: TokenMarket) {
  const state = market.status === 'trading' ? '' : ` · ${market.status}`;
  return { label: VENUE_NAMES[market.venue], value: `${market.symbol}${state}` };
}
