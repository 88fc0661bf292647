import { quoteFacts } from '@/app/_desk/token-card';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Facts } from '@/app/_ui/facts';
import { Note } from '@/app/_ui/note';
import type { TokenPage } from '@/db/queries/token';
import { MarketList } from './market-list';

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
        {token.markets.length === 0 && (
          <Note>No venue this desk listens to trades {token.name}, so it has no price here.</Note>
        )}
        <MarketList markets={token.markets} />
      </section>
    </>
  );
}
