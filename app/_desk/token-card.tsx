import type { ReactNode } from 'react';
import { LiveChange } from '@/app/_client/live/live-change';
import { LivePrice } from '@/app/_client/live/live-price';
import { QuoteStateBadge } from '@/app/_client/live/quote-state-badge';
import { DeskLink } from '@/app/_ui/desk-link';
import { Facts, type Fact } from '@/app/_ui/facts';
import { Sparkline } from '@/app/_ui/sparkline';
import { TokenLogo } from '@/app/_ui/token-logo';
import { formatPrice, formatSum, UNKNOWN } from '@/lib/core/format-price';
import { explainTag } from '@/lib/model/explain-tag';
import type { MentionedToken } from '@/lib/model/headline';
import { tokenCardId, tokenPath } from '@/lib/model/paths';
import type { TokenQuote } from '@/lib/model/quote';
import { VENUE_NAMES } from '@/lib/model/venue';

interface TokenCardProps {
  readonly token: MentionedToken;
  readonly now: Date;
  readonly size: 'full' | 'compact';
  /** The last day's course, oldest first. */
  readonly closes: readonly number[];
  /** How a reader says that the article is not about it. */
  readonly children: ReactNode;
}

/** What a token costs, how sure that is, and why it stands beside this article. */
export function TokenCard({ token, now, size, closes, children }: TokenCardProps) {
  return (
    <section
      id={tokenCardId(token.id)}
      aria-label={`${token.name} price`}
      className="border-b border-line py-3"
      data-testid="token-card"
    >
      <div className="flex items-center justify-between gap-3">
        <h2 className="min-w-0 text-13 font-semibold">
          <DeskLink href={tokenPath(token.id)} className="flex items-center gap-2">
            <TokenLogo id={token.id} size={size === 'full' ? 24 : 16} />
            <span className="truncate">
              {token.name} <span className="font-normal text-muted">({token.symbol})</span>
            </span>
          </DeskLink>
        </h2>
      </div>
      <p
        className={`flex items-baseline gap-3 ${size === 'full' ? 'mt-2 text-20 font-semibold' : 'mt-1 text-13'}`}
      >
        <span>
          <LivePrice tokenId={token.id} quote={token.quote} now={now} rate="focus" />{' '}
          <abbr title="US dollars" className="text-12 font-normal text-muted no-underline">
            USD
          </abbr>
        </span>
        <span className="change-cell text-13 font-normal">
          <LiveChange tokenId={token.id} quote={token.quote} now={now} />
        </span>
      </p>
      <p className="mt-0.5">
        <QuoteStateBadge tokenId={token.id} quote={token.quote} now={now} form="full" />
      </p>
      {size === 'full' && <FullCard token={token} closes={closes} />}
      <p className="mt-2 text-12 leading-article text-pretty text-muted">
        <span className="text-text">Why this token</span> <bdi>{explainTag(token.why)}</bdi>
      </p>
      {children}
    </section>
  );
}

function FullCard({ token, closes }: Pick<TokenCardProps, 'token' | 'closes'>) {
  return (
    <>
      <div className="mt-2">
        <Sparkline closes={closes} label={`${token.name} over the last 24 hours`} />
      </div>
      <div className="mt-2">
        <Facts facts={quoteFacts(token.quote)} />
      </div>
      <p className="mt-2 text-12">
        <DeskLink href={tokenPath(token.id)} className="underline">
          Live chart and news of {token.name}
        </DeskLink>
      </p>
    </>
  );
}

/** The last day in figures. */
export function quoteFacts(quote: TokenQuote | undefined): readonly Fact[] {
  return [
    { label: '24 h high', value: <Figure>{formatPrice(quote?.high24hUsd)}</Figure> },
    { label: '24 h low', value: <Figure>{formatPrice(quote?.low24hUsd)}</Figure> },
    { label: '24 h volume', value: <Figure>{formatSum(quote?.volume24hUsd)}</Figure> },
    { label: 'Venues', value: quote?.venues.map((venue) => VENUE_NAMES[venue]).join(', ') || UNKNOWN },
  ];
}

function Figure({ children }: { children: string }) {
  return <span className="tabular-nums">{children}</span>;
}
