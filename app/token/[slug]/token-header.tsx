import { LiveChange } from '@/app/_client/live/live-change';
import { LivePrice } from '@/app/_client/live/live-price';
import { QuoteStateBadge } from '@/app/_client/live/quote-state-badge';
import { DeskLink } from '@/app/_ui/desk-link';
import { TokenLogo } from '@/app/_ui/token-logo';
import type { TokenPage } from '@/db/queries/token';
import { tokenPath } from '@/lib/model/paths';

export function TokenHeader({ token, now }: { token: TokenPage; now: Date }) {
  return (
    <header className="pt-5 pb-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <h1 className="flex items-center gap-2.5 text-20 leading-row tracking-tight">
          <TokenLogo id={token.id} size={28} />
          <span>
            {token.name} <span className="font-normal text-muted">{token.symbol}</span>
          </span>
        </h1>
        <div className="two:ms-auto two:text-end">
          <p className="flex items-baseline gap-3 text-20 font-semibold two:justify-end">
            <span>
              <LivePrice tokenId={token.id} quote={token.quote} now={now} rate="focus" />{' '}
              <abbr title="US dollars" className="text-12 font-normal text-muted no-underline">
                USD
              </abbr>
            </span>
            <span className="change-cell text-15 font-normal">
              <LiveChange tokenId={token.id} quote={token.quote} now={now} />
            </span>
          </p>
          <p className="mt-0.5">
            <QuoteStateBadge tokenId={token.id} quote={token.quote} now={now} form="full" />
          </p>
        </div>
      </div>
      {token.namesakes.length > 0 && (
        <p className="mt-3 text-12 text-muted">
          Also called {token.symbol}:{' '}
          {token.namesakes.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ', '}
              <DeskLink href={tokenPath(other.id)} className="text-text underline">
                {other.name}
              </DeskLink>
            </span>
          ))}
          . A symbol belongs to nobody; this page is about {token.name} alone.
        </p>
      )}
    </header>
  );
}
