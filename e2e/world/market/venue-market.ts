import { bellAt, seedOf, unitAt } from '@/e2e/world/chance';
import type { VenueId } from '@/lib/model/ids';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import type { Listing } from './listings';
import type { HourOfBars, Prices } from './prices';
import { tokenById } from './tokens';

const MINUTES_PER_DAY = 1_440;
/** Venues disagree by a hair: one deviation, in parts of one. */
const DISAGREEMENT = 0.00012;
const HALF_SPREAD = 0.00008;
const VOLUME_SHARES: Readonly<Record<VenueId, number>> = { binance: 0.6, coinbase: 0.27, kraken: 0.13 };
/** Tokens that trade more than this are seen to trade every second. */
const BUSY_MILLIONS_A_DAY = 1_500;
const RARELY = 0.12;

/** What a venue knows of one of its symbols at a moment, in the market's quote currency. */
export interface VenueTicker {
  readonly listing: Listing;
  readonly ms: number;
  readonly last: number;
  readonly bid: number;
  readonly ask: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly volumeBase: number;
  readonly volumeQuote: number;
}

/** Some minutes in one, in the market's quote currency. */
export interface VenueCandle {
  readonly startMs: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volumeBase: number;
  readonly volumeQuote: number;
}

/** One venue's view of the true prices: a hair off, in its own quote currencies, with its share of the volume. */
export interface VenueMarket {
  ticker(listing: Listing, ms: number): VenueTicker;
  /** Whether anybody traded it in the second that `ms` lies in. */
  isTrading(listing: Listing, ms: number): boolean;
  /** Candles whose start lies in `from`…`to`, oldest first; the last one may still be running at `now`. */
  candles(listing: Listing, range: CandleRange): readonly VenueCandle[];
}

export interface CandleRange {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
  readonly now: number;
}

export function createVenueMarket(seed: number, prices: Prices): VenueMarket {
  const days = new Map<Listing, DayBehind>();
  const minuteOf = (listing: Listing, minute: number, now = Number.POSITIVE_INFINITY) =>
    venueMinute(seed, prices, { listing, minute, now });

  function dayBehind(listing: Listing, minute: number): DayBehind {
    const known = days.get(listing);
    if (known?.minute === minute) return known;
    const day = sumDay(minute, known?.hours ?? new Map(), (each) => minuteOf(listing, each));
    days.set(listing, day);
    return day;
  }

  return {
    ticker(listing, ms) {
      const minute = Math.floor(ms / MINUTE_MS);
      const { day } = dayBehind(listing, minute);
      const running = minuteOf(listing, minute, ms);
      return {
        listing,
        ms,
        last: running.close,
        bid: running.close * (1 - HALF_SPREAD),
        ask: running.close * (1 + HALF_SPREAD),
        open: day.open,
        high: Math.max(day.high, running.high),
        low: Math.min(day.low, running.low),
        volumeBase: day.volumeBase + running.volumeBase,
        volumeQuote: day.volumeQuote + running.volumeQuote,
      };
    },
    isTrading(listing, ms) {
      const millions = tokenById(listing.tokenId)?.dailyVolumeMillions ?? 0;
      const likely = RARELY + (1 - RARELY) * Math.min(1, Math.sqrt(millions / BUSY_MILLIONS_A_DAY));
      const tradeSeed = seedOf(seed, 'trades', listing.venue, listing.symbol);
      return !listing.untraded && unitAt(tradeSeed, Math.floor(ms / SECOND_MS)) < likely;
    },
    candles(listing, { fromMs, toMs, stepMs, now }) {
      if (listing.untraded) return [];
      const candles: VenueCandle[] = [];
      const last = Math.min(toMs, now);
      for (let start = Math.ceil(fromMs / stepMs) * stepMs; start <= last; start += stepMs) {
        const minutes: VenueCandle[] = [];
        for (let at = start; at < start + stepMs && at <= now; at += MINUTE_MS) {
          minutes.push(minuteOf(listing, Math.floor(at / MINUTE_MS), now));
        }
        candles.push(joinCandles(start, minutes));
      }
      return candles;
    },
  };
}

/** The venue's price over the true one. It holds for a minute, so candles and stream agree to the last digit. */
function venueFactor(seed: number, prices: Prices, { listing, minute }: MinuteOfListing): number {
  const disagreement = DISAGREEMENT * bellAt(seedOf(seed, listing.venue, listing.symbol), minute);
  return (1 + disagreement) / quoteCurrencyUsd(prices, listing.quote, minute);
}

function quoteCurrencyUsd(prices: Prices, quote: string, minute: number): number {
  if (quote === 'USDT') return prices.at('tether', minute * MINUTE_MS);
  if (quote === 'USDC') return prices.at('usd-coin', minute * MINUTE_MS);
  return 1;
}

function venueMinute(seed: number, prices: Prices, at: MinuteOfListing & { now: number }): VenueCandle {
  const { listing, minute, now } = at;
  const factor = venueFactor(seed, prices, at);
  const startMs = minute * MINUTE_MS;
  const bar =
    now < startMs + MINUTE_MS
      ? prices.runningBar(listing.tokenId, now)
      : barOf(prices.hourOfBars(listing.tokenId, Math.floor(startMs / HOUR_MS)), minute % 60);
  const volumeBase = bar.volume * VOLUME_SHARES[listing.venue];
  return {
    startMs,
    open: bar.open * factor,
    high: bar.high * factor,
    low: bar.low * factor,
    close: bar.close * factor,
    volumeBase,
    volumeQuote: (volumeBase * factor * (bar.open + bar.close)) / 2,
  };
}

function barOf(hour: HourOfBars, minute: number) {
  return {
    open: hour.open[minute] ?? 0,
    high: hour.high[minute] ?? 0,
    low: hour.low[minute] ?? 0,
    close: hour.close[minute] ?? 0,
    volume: hour.volume[minute] ?? 0,
  };
}

/** The 24 hours before a minute, which is still running. Whole hours are summed once and kept while they count. */
function sumDay(
  minute: number,
  known: DayBehind['hours'],
  minuteAt: (minute: number) => VenueCandle,
): DayBehind {
  const from = minute - MINUTES_PER_DAY;
  const parts: VenueCandle[] = [];
  const hours = new Map<number, VenueCandle>();
  for (let each = from; each < minute;) {
    const hour = each / 60;
    if (!Number.isInteger(hour) || each + 60 > minute) {
      parts.push(minuteAt(each));
      each += 1;
      continue;
    }
    const whole = known.get(hour) ?? joinCandles(0, minutesFrom(each).map(minuteAt));
    hours.set(hour, whole);
    parts.push(whole);
    each += 60;
  }
  return { minute, hours, day: joinCandles(0, parts) };
}

function minutesFrom(first: number): number[] {
  return Array.from({ length: 60 }, (_, index) => first + index);
}

function joinCandles(startMs: number, parts: readonly VenueCandle[]): VenueCandle {
  const joined = {
    startMs,
    open: 0,
    high: 0,
    low: Number.POSITIVE_INFINITY,
    close: 0,
    volumeBase: 0,
    volumeQuote: 0,
  };
  for (const part of parts) {
    joined.open ||= part.open;
    joined.high = Math.max(joined.high, part.high);
    joined.low = Math.min(joined.low, part.low);
    joined.close = part.close;
    joined.volumeBase += part.volumeBase;
    joined.volumeQuote += part.volumeQuote;
  }
  return joined;
}

interface MinuteOfListing {
  readonly listing: Listing;
  readonly minute: number;
}

interface DayBehind {
  readonly minute: number;
  readonly hours: ReadonlyMap<number, VenueCandle>;
  readonly day: VenueCandle;
}
