import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { VenueId } from '@/lib/model/ids';
import type { Decimal } from '@/lib/core/decimal';
import type { Market, QuoteCurrency, VenueState } from '@/lib/model/venue';
import { ofToken } from './tokens';
import { moment } from './types';

const price = () => numeric().$type<Decimal>();

/** (venue, symbol, period) → token. The only way from a symbol to a token. */
export const markets = pgTable(
  'markets',
  {
    venue: text().$type<VenueId>().notNull(),
    symbol: text().notNull(),
    validFrom: moment().notNull(),
    validTo: moment(),
    tokenId: ofToken().notNull(),
    quoteCurrency: text().$type<QuoteCurrency>().notNull(),
    status: text().$type<Market['status']>().notNull().default('trading'),
    /** Who bound it: a curated row or the desk itself. */
    boundBy: text().$type<'curated' | 'automatic' | 'operator'>().notNull().default('curated'),
  },
  (market) => [
    primaryKey({ columns: [market.venue, market.symbol, market.validFrom] }),
    index('markets_token').on(market.tokenId),
  ],
);

/** The last price held of each token, with both clocks, so that a page can be rendered and a restart knows. */
export const tokenQuotes = pgTable('token_quotes', {
  tokenId: ofToken().primaryKey(),
  priceUsd: price().notNull(),
  change24h: doublePrecision(),
  open24hUsd: price(),
  high24hUsd: price(),
  low24hUsd: price(),
  volume24hUsd: price(),
  venues: text()
    .array()
    .$type<VenueId[]>()
    .notNull()
    .default(sql`'{}'::text[]`),
  exchangeAt: moment(),
  receivedAt: moment().notNull(),
  halted: boolean().notNull().default(false),
});

export const candles = pgTable(
  'candles',
  {
    tokenId: ofToken().notNull(),
    minute: moment().notNull(),
    open: price().notNull(),
    high: price().notNull(),
    low: price().notNull(),
    close: price().notNull(),
    ticks: integer().notNull(),
    origin: text().notNull(),
  },
  (candle) => [primaryKey({ columns: [candle.tokenId, candle.minute] })],
);

export const venues = pgTable('venues', {
  id: text().$type<VenueId>().primaryKey(),
  state: text().$type<VenueState>().notNull(),
  since: moment().notNull(),
  reason: text(),
  lastDataAt: moment(),
  reconnects: integer().notNull().default(0),
});
