import { seedOf, unitAt } from '@/e2e/world/chance';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { tokenById, type WorldToken } from './tokens';
import { addWalk, KNOT_MS } from './wander';

const KNOTS_PER_HOUR = HOUR_MS / KNOT_MS;
const KNOTS_PER_MINUTE = MINUTE_MS / KNOT_MS;
const MINUTES_PER_DAY = 1_440;
const MARKET_DAILY_PERCENT = 1.7;
const MAX_CACHED_HOURS = 26 * 80;

/** News begins to show in the price a little before it is read, and is forgotten within the hour or so. */
const IMPULSE_SHAPE: readonly (readonly [afterMs: number, share: number])[] = [
  [-60 * SECOND_MS, 0],
  [0, 0.2],
  [60 * SECOND_MS, 0.8],
  [4 * MINUTE_MS, 1],
  [25 * MINUTE_MS, 0.8],
  [90 * MINUTE_MS, 0],
];
const IMPULSE_BEGINS_BEFORE_MS = MINUTE_MS;
const IMPULSE_ENDS_AFTER_MS = 90 * MINUTE_MS;

/** What an event does to a token's price. */
export interface Impulse {
  readonly tokenId: string;
  readonly at: number;
  readonly percent: number;
}

/** One hour of minutes in US dollars, and what was traded in units of the token over all venues. */
export interface HourOfBars {
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
}

/** One true price per token in US dollars, for any moment past or future. */
export interface Prices {
  at(tokenId: string, ms: number): number;
  hourOfBars(tokenId: string, hour: number): HourOfBars;
  /** The minute that `ms` lies in, as far as it has come. */
  runningBar(tokenId: string, ms: number): Bar;
  /** Moves a price from now on, on demand. */
  push(impulse: Impulse): void;
}

export interface Bar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

export function createPrices(
  seed: number,
  impulsesBetween: (fromMs: number, toMs: number) => readonly Impulse[],
) {
  const pushed: Impulse[] = [];
  const market = remember((hour: number) => marketHour(seed, hour));
  const knots = remember((hour: number, tokenId: string) => {
    const token = tokenOf(tokenId);
    const out = tokenHour(seed, token, hour);
    const whole = market(hour, '');
    for (let index = 0; index < out.length; index++) {
      out[index] = (out[index] ?? 0) + token.beta * (whole[index] ?? 0);
    }
    const from = hour * HOUR_MS;
    const felt = impulsesBetween(from - IMPULSE_ENDS_AFTER_MS, from + HOUR_MS + MINUTE_MS);
    for (const impulse of [...felt, ...pushed])
      if (impulse.tokenId === tokenId) addImpulse(out, from, impulse);
    return out;
  });
  const bars = remember((hour: number, tokenId: string) =>
    toBars(seedOf(seed, tokenId, 'volume'), tokenOf(tokenId), { hour, knots: knots(hour, tokenId) }),
  );

  const prices: Prices = {
    at: (tokenId, ms) => valueAt(knots(Math.floor(ms / HOUR_MS), tokenId), ms % HOUR_MS),
    hourOfBars: (tokenId, hour) => bars(hour, tokenId),
    runningBar: (tokenId, ms) => {
      const hour = Math.floor(ms / HOUR_MS);
      const minute = Math.floor((ms % HOUR_MS) / MINUTE_MS);
      const whole = bars(hour, tokenId).volume[minute] ?? 0;
      return barUntil(knots(hour, tokenId), ms % HOUR_MS, whole);
    },
    push: (impulse) => {
      pushed.push({ ...impulse, at: Math.ceil(impulse.at / KNOT_MS) * KNOT_MS + MINUTE_MS });
      const from = Math.floor(impulse.at / HOUR_MS);
      knots.forget(from);
      bars.forget(from);
    },
  };
  return prices;
}

function marketHour(seed: number, hour: number): Float64Array {
  const out = new Float64Array(KNOTS_PER_HOUR + 1);
  const walk = { seed: seedOf(seed, 'market'), dailyPercent: MARKET_DAILY_PERCENT, pegged: false };
  addWalk(out, hour * KNOTS_PER_HOUR, walk);
  return out;
}

function tokenHour(seed: number, token: WorldToken, hour: number): Float64Array {
  const out = new Float64Array(KNOTS_PER_HOUR + 1).fill(Math.log(token.anchorUsd));
  const walk = {
    seed: seedOf(seed, token.id),
    dailyPercent: token.dailyPercent,
    pegged: token.kind === 'stable',
  };
  addWalk(out, hour * KNOTS_PER_HOUR, walk);
  return out;
}

function addImpulse(out: Float64Array, fromMs: number, impulse: Impulse): void {
  const size = Math.log1p(impulse.percent / 100);
  const at = Math.round(impulse.at / KNOT_MS) * KNOT_MS;
  const first = Math.max(0, Math.ceil((at - IMPULSE_BEGINS_BEFORE_MS - fromMs) / KNOT_MS));
  const last = Math.min(out.length - 1, Math.floor((at + IMPULSE_ENDS_AFTER_MS - fromMs) / KNOT_MS));
  for (let index = first; index <= last; index++) {
    out[index] = (out[index] ?? 0) + size * shareAfter(fromMs + index * KNOT_MS - at);
  }
}

function shareAfter(ms: number): number {
  for (const [index, [toMs, to]] of IMPULSE_SHAPE.entries()) {
    if (ms > toMs) continue;
    const [fromMs, from] = IMPULSE_SHAPE[index - 1] ?? [toMs, to];
    return toMs === fromMs ? to : from + ((to - from) * (ms - fromMs)) / (toMs - fromMs);
  }
  return 0;
}

function valueAt(knots: Float64Array, msIntoHour: number): number {
  const at = msIntoHour / KNOT_MS;
  const from = knots[Math.floor(at)] ?? 0;
  const to = knots[Math.floor(at) + 1] ?? from;
  return Math.exp(from + (to - from) * (at - Math.floor(at)));
}

function toBars(volumeSeed: number, token: WorldToken, { hour, knots }: HourOfKnots): HourOfBars {
  const hourOfBars = { open: sixty(), high: sixty(), low: sixty(), close: sixty(), volume: sixty() };
  const usual = (token.dailyVolumeMillions * 1e6) / MINUTES_PER_DAY;
  const path = knots.map(Math.exp);
  for (let minute = 0; minute < 60; minute++) {
    const { open, high, low, close } = extremes(
      path,
      minute * KNOTS_PER_MINUTE,
      (minute + 1) * KNOTS_PER_MINUTE,
    );
    const stir = 0.45 + 0.8 * unitAt(volumeSeed, hour * 60 + minute) + (250 * (high - low)) / open;
    hourOfBars.open[minute] = open;
    hourOfBars.high[minute] = high;
    hourOfBars.low[minute] = low;
    hourOfBars.close[minute] = close;
    hourOfBars.volume[minute] = (usual * stir) / open;
  }
  return hourOfBars;
}

function barUntil(knots: Float64Array, msIntoHour: number, wholeVolume: number): Bar {
  const first = Math.floor(msIntoHour / MINUTE_MS) * KNOTS_PER_MINUTE;
  const close = valueAt(knots, msIntoHour);
  const last = Math.floor(msIntoHour / KNOT_MS);
  const { open, high, low } = extremes(knots.subarray(first, last + 1).map(Math.exp), 0, last - first);
  return {
    open,
    high: Math.max(high, close),
    low: Math.min(low, close),
    close,
    volume: (wholeVolume * (msIntoHour % MINUTE_MS)) / MINUTE_MS,
  };
}

/** Of the values from `first` to `last`, both included. */
function extremes(path: Float64Array, first: number, last: number): Omit<Bar, 'volume'> {
  const open = path[first] ?? 0;
  let high = open;
  let low = open;
  for (let index = first + 1; index <= last; index++) {
    const value = path[index] ?? open;
    if (value > high) high = value;
    if (value < low) low = value;
  }
  return { open, high, low, close: path[last] ?? open };
}

interface HourOfKnots {
  readonly hour: number;
  readonly knots: Float64Array;
}

function sixty(): Float64Array {
  return new Float64Array(60);
}

function tokenOf(id: string): WorldToken {
  const token = tokenById(id);
  if (token === undefined) throw new Error(`The pretend market has no token ${id}.`);
  return token;
}

/** Keeps what was computed for an hour; the oldest goes when there is too much. */
function remember<T>(compute: (hour: number, tokenId: string) => T): Remembered<T> {
  const kept = new Map<string, T>();
  const ask = (hour: number, tokenId: string): T => {
    const key = `${tokenId}@${hour}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const value = compute(hour, tokenId);
    kept.set(key, value);
    if (kept.size > MAX_CACHED_HOURS) kept.delete(kept.keys().next().value ?? key);
    return value;
  };
  const forget = (fromHour: number) => {
    for (const key of kept.keys()) if (Number(key.split('@')[1]) >= fromHour) kept.delete(key);
  };
  return Object.assign(ask, { forget });
}

interface Remembered<T> {
  (hour: number, tokenId: string): T;
  forget(fromHour: number): void;
}
