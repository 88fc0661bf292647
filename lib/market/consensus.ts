import type { Decimal } from '@/lib/core/decimal';
import type { VenueId } from '@/lib/model/ids';
import { middle } from './usd';
import { medianOf, weightedMedian } from './weighted-median';

/** Makes the mean absolute deviation comparable with a standard deviation. */
const MAD_TO_DEVIATION = 1.4826;
const MAX_DEVIATIONS = 5;
const LEAST_TOLERANCE = 0.01;
const LEAST_TOLERANCE_THIN = 0.03;
const THIN_VOLUME_USD = 1_000_000;
/** However large, no venue speaks for more than this share. */
const MAX_SHARE = 0.4;
const PAIR_TOLERANCE = 0.02;
const PAIR_DISPUTE_MS = 30_000;
const MAX_LONE_JUMP = 0.2;
const LONE_JUMP_WAIT_MS = 5_000;
const CONFIRMS_WITHIN = 0.05;
/** An older consensus is no measure for today's price. */
const MEMORY_MS = 60_000;

/** What one venue says a token costs. */
export interface Opinion {
  readonly venue: VenueId;
  readonly priceUsd: Decimal;
  readonly volumeUsd: number | undefined;
  readonly receivedAt: Date;
}

/** What the last round leaves to the next. */
export interface Memory {
  readonly agreed: { readonly price: number; readonly at: Date } | undefined;
  /** Since when two venues have told different stories. */
  readonly disputedSince: Date | undefined;
  /** A leap that a second tick has yet to confirm. */
  readonly leap: { readonly price: number; readonly since: Date; readonly receivedAt: Date } | undefined;
}

export const NO_MEMORY: Memory = { agreed: undefined, disputedSince: undefined, leap: undefined };

export interface Consensus<T extends Opinion> {
  /** `undefined` while a lone venue's leap waits for its confirmation, and where nobody says anything. */
  readonly priceUsd: Decimal | undefined;
  readonly used: readonly T[];
  readonly dropped: readonly T[];
  readonly memory: Memory;
}

/**
 * One price out of what venues say, so that a single wrong one cannot move it. Three or more: far outliers
 * are dropped and the centre of the rest taken. Two: their middle, or in a dispute the one nearer to the last
 * agreement, for a while. One: itself, except that a leap must be seen twice.
 * At most one opinion per venue, please.
 */
export function findConsensus<T extends Opinion>(
  opinions: readonly T[],
  memory: Memory,
  now: Date,
): Consensus<T> {
  const known = isRecent(memory, now) ? memory : { ...memory, agreed: undefined };
  const [first, second] = opinions;
  if (first === undefined) return { priceUsd: undefined, used: [], dropped: [], memory };
  if (second === undefined) return agreeAlone(first, known, now);
  return opinions.length === 2 ? agreeInPairs([first, second], known, now) : agreeInRound(opinions, now);
}

function agreeInRound<T extends Opinion>(opinions: readonly T[], now: Date): Consensus<T> {
  const prices = opinions.map((opinion) => Number(opinion.priceUsd));
  const median = medianOf(prices);
  const spread = MAD_TO_DEVIATION * medianOf(prices.map((price) => Math.abs(price - median)));
  const isNear = (opinion: T): boolean => {
    const least = (opinion.volumeUsd ?? 0) < THIN_VOLUME_USD ? LEAST_TOLERANCE_THIN : LEAST_TOLERANCE;
    return Math.abs(Number(opinion.priceUsd) - median) <= Math.max(MAX_DEVIATIONS * spread, least * median);
  };
  const used = opinions.filter(isNear);
  const dropped = opinions.filter((opinion) => !used.includes(opinion));
  return agree(centreOf(used), { used, dropped, now });
}

/** The middle of two, else what the venue in the middle of the weight said. */
function centreOf(opinions: readonly Opinion[]): Decimal | undefined {
  const [first, second, third] = opinions;
  if (first !== undefined && second !== undefined && third === undefined) {
    return middle(first.priceUsd, second.priceUsd);
  }
  const weights = weighVenues(opinions);
  const chosen = weightedMedian(
    opinions,
    (opinion) => Number(opinion.priceUsd),
    (opinion) => weights.get(opinion) ?? 0,
  );
  return chosen?.priceUsd;
}

/** The root of the volume, and no more than a share of the whole: size counts, but nobody rules. */
export function weighVenues<T extends Opinion>(opinions: readonly T[]): ReadonlyMap<T, number> {
  const roots = opinions.map((opinion) => Math.sqrt(Math.max(opinion.volumeUsd ?? 0, 1)));
  const most = largestWeight(roots.toSorted((a, b) => b - a));
  return new Map(opinions.map((opinion, index) => [opinion, Math.min(roots[index] ?? 0, most)]));
}

/** The weight that is exactly the largest share once all above it are cut down to it. */
function largestWeight(descending: readonly number[]): number {
  let rest = descending.reduce((sum, root) => sum + root, 0);
  for (const [above, root] of descending.entries()) {
    const most = (MAX_SHARE * rest) / (1 - MAX_SHARE * above);
    if (root <= most || MAX_SHARE * (above + 1) >= 1) return Math.max(most, root);
    rest -= root;
  }
  return descending[0] ?? 0;
}

function agreeInPairs<T extends Opinion>(pair: readonly [T, T], memory: Memory, now: Date): Consensus<T> {
  const [a, b] = pair.map((opinion) => Number(opinion.priceUsd)) as [number, number];
  if (Math.abs(a - b) <= PAIR_TOLERANCE * Math.min(a, b)) {
    return agree(middle(pair[0].priceUsd, pair[1].priceUsd), { used: pair, dropped: [], now });
  }
  const disputedSince = memory.disputedSince ?? now;
  const isYoung = now.getTime() - disputedSince.getTime() <= PAIR_DISPUTE_MS;
  const agreed = isYoung ? memory.agreed?.price : undefined;
  const first =
    agreed === undefined
      ? (pair[0].volumeUsd ?? 0) >= (pair[1].volumeUsd ?? 0)
      : Math.abs(a - agreed) <= Math.abs(b - agreed);
  const [used, dropped] = first ? [pair[0], pair[1]] : [pair[1], pair[0]];
  const consensus = agree(used.priceUsd, { used: [used], dropped: [dropped], now });
  return { ...consensus, memory: { ...consensus.memory, disputedSince } };
}

function agreeAlone<T extends Opinion>(opinion: T, memory: Memory, now: Date): Consensus<T> {
  const price = Number(opinion.priceUsd);
  const before = memory.agreed?.price;
  const accepted = (): Consensus<T> => agree(opinion.priceUsd, { used: [opinion], dropped: [], now });
  if (before === undefined || Math.abs(price - before) <= MAX_LONE_JUMP * before) return accepted();
  const leap = memory.leap;
  if (leap !== undefined) {
    const isSecondTick = opinion.receivedAt > leap.receivedAt;
    const isConfirmed = isSecondTick && Math.abs(price - leap.price) <= CONFIRMS_WITHIN * leap.price;
    if (isConfirmed || now.getTime() - leap.since.getTime() >= LONE_JUMP_WAIT_MS) return accepted();
  }
  const waiting = { price, since: leap?.since ?? now, receivedAt: opinion.receivedAt };
  return { priceUsd: undefined, used: [], dropped: [], memory: { ...memory, leap: waiting } };
}

function agree<T extends Opinion>(
  priceUsd: Decimal | undefined,
  round: { readonly used: readonly T[]; readonly dropped: readonly T[]; readonly now: Date },
): Consensus<T> {
  const agreed = priceUsd === undefined ? undefined : { price: Number(priceUsd), at: round.now };
  const memory: Memory = { agreed, disputedSince: undefined, leap: undefined };
  return { priceUsd, used: round.used, dropped: round.dropped, memory };
}

function isRecent({ agreed }: Memory, now: Date): boolean {
  return agreed !== undefined && now.getTime() - agreed.at.getTime() <= MEMORY_MS;
}
