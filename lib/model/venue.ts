import type { TokenId, VenueId } from './ids';

export const VENUE_STATES = ['connecting', 'up', 'silent', 'down', 'blocked'] as const;
/** `silent`: connected but no data; `blocked`: the venue refuses this address (403, 451). */
export type VenueState = (typeof VENUE_STATES)[number];

export interface VenueStatus {
  readonly venue: VenueId;
  readonly state: VenueState;
  /** When this state began. */
  readonly since: Date;
  /** In words an operator can act on. */
  readonly reason: string | undefined;
  readonly lastDataAt: Date | undefined;
  readonly reconnects: number;
}

export const VENUE_NAMES: Readonly<Record<VenueId, string>> = {
  binance: 'Binance',
  coinbase: 'Coinbase',
  kraken: 'Kraken',
};

export const QUOTE_CURRENCIES = ['USD', 'USDT', 'USDC'] as const;
export type QuoteCurrency = (typeof QUOTE_CURRENCIES)[number];

/** One symbol of one venue, bound to a token for a period: the only way from a symbol to a token. */
export interface Market {
  readonly venue: VenueId;
  readonly symbol: string;
  readonly tokenId: TokenId;
  readonly quoteCurrency: QuoteCurrency;
  readonly validFrom: Date;
  readonly validTo: Date | undefined;
  readonly status: 'trading' | 'halted' | 'delisted' | 'quarantined';
}
