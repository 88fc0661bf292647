import { LiveChange } from '@/app/_client/live/live-change';
import { DeskLink } from '@/app/_ui/desk-link';
import { TokenLogo } from '@/app/_ui/token-logo';
import type { PricedToken } from '@/lib/model/headline';
import { tokenPath } from '@/lib/model/paths';

/** A token beside a headline: which, and how its price moved. */
export function TokenMention({ token, now }: { token: PricedToken; now: Date }) {
  return (
    <DeskLink
      href={tokenPath(token.id)}
      title={token.name}
      className="change-cell inline-flex h-6 items-center gap-1"
    >
      <TokenLogo id={token.id} size={14} />
      <span className="font-semibold text-text">{token.symbol}</span>
      <LiveChange tokenId={token.id} quote={token.quote} now={now} />
    </DeskLink>
  );
}
