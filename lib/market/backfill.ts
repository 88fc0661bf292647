import { readCandleMinutes } from '@/db/queries/candle-minutes';
import { storeCandles } from '@/db/writes/store-candles';
import type { Decimal } from '@/lib/core/decimal';
import { HOUR_MS, MINUTE_MS, startOfMinute } from '@/lib/core/time';
import type { TokenId } from '@/lib/model/ids';
import type { Market, QuoteCurrency } from '@/lib/model/venue';
import type { Clock } from '@/lib/system/clock';
import type { Logger } from '@/lib/system/log';
import type { TokenCandle } from './candles';
import type { Kline } from './exchanges/exchange';
import { EXCHANGES } from './exchanges/registry';
import { isBoundAt } from './market-bindings';
import { convert } from './usd';
import { pause, type VenueRest } from './venue-rest';

const REACH_MINUTES = 24 * 60;
/** Lets the stream bring the rates of quote currencies first. */
const START_AFTER_MS = 3_000;
const FIRST_RETRY_MS = MINUTE_MS;
const LONGEST_RETRY_MS = HOUR_MS;
/** Minutes are also lost while a machine sleeps or a line is down. */
const AGAIN_AFTER_MS = HOUR_MS;
/** A venue has no candle for a minute without a trade: a few missing ones are no gap. */
const TOLERATED_MINUTES = 3;

export interface BackfillDeps {
  readonly rest: VenueRest;
  readonly markets: readonly Market[];
  /** What a quote currency costs now; history is converted at today's rate. */
  readonly rateOf: (currency: QuoteCurrency) => Decimal | undefined;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Keeps the last day's minutes of every token whole from the venues' histories, until the signal ends it. */
export async function keepHistory(deps: BackfillDeps): Promise<void> {
  await pause(START_AFTER_MS, deps.signal);
  let failures = 0;
  while (!deps.signal.aborted) {
    const { stored, failed, message } = await fillGaps(deps).catch(toFailedRound);
    if (deps.signal.aborted) return;
    if (stored > 0) deps.log.info({ candles: stored }, 'Filled minutes from the history of venues.');
    if (failed > 0) {
      deps.log.warn(
        { tokens: failed, reason: message },
        'The history of some tokens could not be had; trying again later.',
      );
    }
    failures = failed > 0 ? failures + 1 : 0;
    const retryMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
    await pause(failed > 0 ? retryMs : AGAIN_AFTER_MS, deps.signal);
  }
}

/** One round over all tokens. Each is asked of its venues in turn until one has the history. */
export async function fillGaps(deps: BackfillDeps): Promise<Round> {
  const now = deps.clock();
  const open = deps.markets.filter((market) => market.status === 'trading' && isBoundAt(market, now));
  const outcomes = await Promise.all(
    [...groupByToken(open).values()].map((markets) => fillToken(deps, markets)),
  );
  const failed = outcomes.filter((outcome) => outcome.kind === 'failed');
  return {
    stored: outcomes.reduce((sum, outcome) => sum + outcome.stored, 0),
    failed: failed.length,
    message: failed[0]?.message,
  };
}

/** The database may be away for a while. */
function toFailedRound(error: unknown): Round {
  return { stored: 0, failed: 1, message: error instanceof Error ? error.message : String(error) };
}

async function fillToken(deps: BackfillDeps, markets: readonly Market[]): Promise<FillOutcome> {
  let outcome: FillOutcome = { kind: 'filled', stored: 0 };
  for (const market of markets) {
    if (deps.signal.aborted) return outcome;
    outcome = await fillFrom(deps, market, outcome.stored);
    if (outcome.kind === 'filled') return outcome;
  }
  return outcome;
}

async function fillFrom(deps: BackfillDeps, market: Market, alreadyStored: number): Promise<FillOutcome> {
  const { klines } = EXCHANGES[market.venue];
  let stored = alreadyStored;
  for (const range of await missingRanges(market, klines, deps.clock())) {
    const exchange = EXCHANGES[market.venue];
    const answer = await deps.rest.ask(exchange, (base) => klines.url(base, market.symbol, range));
    if (answer.kind !== 'answered') return { kind: 'failed', stored, message: answer.message };
    const rows = klines.parse(answer.body);
    if (rows === undefined)
      return { kind: 'failed', stored, message: `No history in the answer of ${market.venue}.` };
    const rate = market.quoteCurrency === 'USD' ? undefined : deps.rateOf(market.quoteCurrency);
    const within = rows.filter(({ minute }) => minute >= range.from && minute <= range.to);
    const candles = within.map((row) => toCandle(row, market, rate));
    await storeCandles(candles);
    stored += candles.length;
  }
  return { kind: 'filled', stored };
}

/** The stretches of the last day that lack minutes, none longer than one request brings; newest first. */
async function missingRanges(
  market: Market,
  limits: { readonly minutesPerRequest: number; readonly reachMinutes: number | undefined },
  now: Date,
): Promise<readonly Range[]> {
  const running = startOfMinute(now).getTime();
  const reach = Math.min(REACH_MINUTES, (limits.reachMinutes ?? REACH_MINUTES + 1) - 1);
  const from = Math.max(running - reach * MINUTE_MS, startOfMinute(market.validFrom).getTime());
  const to = running - MINUTE_MS;
  const held = await readCandleMinutes(market.tokenId, { from: new Date(from), to: new Date(to) });
  const known = new Set(held.map((minute) => minute.getTime()));
  const missing: number[] = [];
  for (let minute = to; minute >= from; minute -= MINUTE_MS) if (!known.has(minute)) missing.push(minute);
  if (missing.length <= TOLERATED_MINUTES) return [];
  return cutIntoRanges(missing, limits.minutesPerRequest);
}

/** @param missing starts of minutes, newest first. */
function cutIntoRanges(missing: readonly number[], minutesPerRequest: number): readonly Range[] {
  const ranges: Range[] = [];
  let newest: number | undefined;
  for (const [index, minute] of missing.entries()) {
    newest ??= minute;
    const next = missing[index + 1];
    if (next !== undefined && newest - next < minutesPerRequest * MINUTE_MS) continue;
    ranges.push({ from: new Date(minute), to: new Date(newest) });
    newest = undefined;
  }
  return ranges;
}

function toCandle(row: Kline, market: Market, rate: Decimal | undefined): TokenCandle {
  const usd = (price: Decimal): Decimal => (rate === undefined ? price : convert(price, rate));
  return {
    tokenId: market.tokenId,
    minute: row.minute,
    open: usd(row.open),
    high: usd(row.high),
    low: usd(row.low),
    close: usd(row.close),
    ticks: 0,
    origin: market.venue,
  };
}

function groupByToken(markets: readonly Market[]): ReadonlyMap<TokenId, readonly Market[]> {
  const groups = new Map<TokenId, Market[]>();
  for (const market of markets) groups.set(market.tokenId, [...(groups.get(market.tokenId) ?? []), market]);
  return groups;
}

interface Round {
  readonly stored: number;
  readonly failed: number;
  readonly message: string | undefined;
}

interface Range {
  readonly from: Date;
  readonly to: Date;
}

type FillOutcome =
  | { readonly kind: 'filled'; readonly stored: number }
  | { readonly kind: 'failed'; readonly stored: number; readonly message: string };
