import { useId } from 'react';
import { LiveChange } from '@/app/_client/live/live-change';
import { DeskLink } from '@/app/_ui/desk-link';
import { TokenLogo } from '@/app/_ui/token-logo';
import type { MentionedToken } from '@/lib/model/headline';
import { tokenPath } from '@/lib/model/paths';
import { WhyHint } from './why-hint';

/** A token beside a headline: which, how its price moved, and why it stands there. */
export function TokenMention({ token, now }: { token: MentionedToken; now: Date }) {
  const id = useId();
  return (
    <WhyHint id={id} token={token}>
      <DeskLink
        href={tokenPath(token.id)}
        aria-describedby={`${id}-words`}
        className="change-cell inline-flex h-6 items-center gap-1"
      >
        <TokenLogo id={token.id} size={14} />
        <span className="font-semibold text-text">{token.symbol}</span>
        <LiveChange tokenId={token.id} quote={token.quote} now={now} />
      </DeskLink>
    </WhyHint>
  );
}
