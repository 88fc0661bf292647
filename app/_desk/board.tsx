import { LiveChange } from '@/app/_client/live/live-change';
import { LivePrice } from '@/app/_client/live/live-price';
import { QuoteStateBadge } from '@/app/_client/live/quote-state-badge';
import { DeskLink } from '@/app/_ui/desk-link';
import { TokenLogo } from '@/app/_ui/token-logo';
import type { PricedToken } from '@/lib/model/headline';
import { tokenPath } from '@/lib/model/paths';

/** What the market does, in one table; a strip to be scrolled by hand where there is no room for it. */
export function Board({ tokens, now }: { tokens: readonly PricedToken[]; now: Date }) {
  return (
    <section className="desk-board" aria-label="Prices">
      <div className="desk-sticky">
        <table className="board text-12">
          <caption className="h-9 border-line px-4 text-start leading-9 font-semibold three:border-b">
            Prices in US dollars
          </caption>
          <thead className="text-11 text-faint">
            <tr>
              <th scope="col">Token</th>
              <th scope="col">Price</th>
              <th scope="col">24 h</th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <BoardRow key={token.id} token={token} now={now} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function BoardRow({ token, now }: { token: PricedToken; now: Date }) {
  return (
    <tr>
      <th scope="row">
        <DeskLink href={tokenPath(token.id)} title={token.name} className="flex items-center gap-1.5">
          <TokenLogo id={token.id} size={16} />
          <span className="truncate font-semibold">{token.symbol}</span>
        </DeskLink>
      </th>
      <td>
        <LivePrice tokenId={token.id} quote={token.quote} now={now} name={token.name} />
      </td>
      <td className="change-cell">
        <LiveChange tokenId={token.id} quote={token.quote} now={now} spoken={false} />
        <QuoteStateBadge tokenId={token.id} quote={token.quote} now={now} />
      </td>
    </tr>
  );
}
