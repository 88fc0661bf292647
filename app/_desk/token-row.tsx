import type { ReactNode } from 'react';
import { LiveChange } from '@/app/_client/live/live-change';
import { LivePrice } from '@/app/_client/live/live-price';
import { QuoteStateBadge } from '@/app/_client/live/quote-state-badge';
import { DeskLink } from '@/app/_ui/desk-link';
import { TokenLogo } from '@/app/_ui/token-logo';
import type { PricedToken } from '@/lib/model/headline';
import { tokenPath } from '@/lib/model/paths';

interface TokenRowProps {
  readonly token: PricedToken;
  readonly now: Date;
  /** What is said of it beneath. */
  readonly children?: ReactNode;
}

/** One token of a list, with its name in full. */
export function TokenRow({ token, now, children }: TokenRowProps) {
  return (
    <li className="border-b border-line text-13 last:border-b-0">
      <div className="flex min-h-9 items-center gap-3 pointer-coarse:min-h-11">
        <DeskLink href={tokenPath(token.id)} className="flex min-w-0 grow items-center gap-2 py-1.5">
          <TokenLogo id={token.id} size={16} />
          <span className="truncate">{token.name}</span>
          <span className="shrink-0 text-12 text-faint">{token.symbol}</span>
        </DeskLink>
        <LivePrice tokenId={token.id} quote={token.quote} now={now} />
        <span className="change-cell w-26 shrink-0 text-end text-12">
          <LiveChange tokenId={token.id} quote={token.quote} now={now} />
          <QuoteStateBadge tokenId={token.id} quote={token.quote} now={now} />
        </span>
      </div>
      {children}
    </li>
  );
}
