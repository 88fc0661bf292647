import { bellAt } from '@/e2e/world/chance';

/** A price is given every five seconds and runs straight in between, so the extremes of a minute are exact. */
export const KNOT_MS = 5_000;

/** The longest takes four days: prices stray from where they began, but not for good. */
const OCTAVES = 17;
/** Up to twenty minutes: the part of the wandering that is calm at one hour and nervous at another. */
const NERVOUS_OCTAVES = 9;
const MOOD_OCTAVE = 11;
const MOOD_DEPTH = 0.45;
/** Brings one day's move to a deviation of 1 %: found by measuring, kept by a test. */
const DAY_SCALE = 0.0038;

/** A walk known by its seed at every moment, past and future, without the steps before it. */
export interface Walk {
  readonly seed: number;
  /** Deviation of one day's move, in percent. */
  readonly dailyPercent: number;
  /** Pulled back within hours, as a peg is, instead of wandering off over weeks. */
  readonly pegged: boolean;
}

/**
 * Adds a walk to `out`, whose first value stands at knot `first`: noise at twenty scales, each as large as the
 * square root of its length, which is a random walk at every scale (Lévy's construction, by hash instead of by memory).
 */
export function addWalk(out: Float64Array, first: number, walk: Walk): void {
  const mood = moodOf(walk.seed, first, out.length);
  const octaves = walk.pegged ? NERVOUS_OCTAVES : OCTAVES;
  for (let octave = 0; octave < octaves; octave++) {
    const size = (walk.dailyPercent / 100) * DAY_SCALE * Math.sqrt(2 ** octave);
    addNoise(out, first, {
      seed: octaveSeed(walk.seed, octave),
      octave,
      size,
      mood: octave < NERVOUS_OCTAVES ? mood : undefined,
    });
  }
}

function moodOf(seed: number, first: number, length: number): Float64Array {
  const mood = new Float64Array(length);
  addNoise(mood, first, {
    seed: octaveSeed(seed, OCTAVES),
    octave: MOOD_OCTAVE,
    size: MOOD_DEPTH,
    mood: undefined,
  });
  return mood.map(Math.exp);
}

function octaveSeed(seed: number, octave: number): number {
  return (seed ^ Math.imul(octave + 1, 0x9e3779b1)) >>> 0;
}

/** Noise with a value at every 2^octave-th knot, straight in between. */
function addNoise(out: Float64Array, first: number, { seed, octave, size, mood }: Noise): void {
  const span = 2 ** octave;
  let node = Math.floor(first / span);
  let from = bellAt(seed, node);
  let to = bellAt(seed, node + 1);
  for (let index = 0; index < out.length; index++) {
    const at = (first + index) / span;
    if (at >= node + 1) {
      node += 1;
      from = to;
      to = bellAt(seed, node + 1);
    }
    const value = from + (to - from) * (at - node);
    out[index] = (out[index] ?? 0) + size * value * (mood?.[index] ?? 1);
  }
}

interface Noise {
  readonly seed: number;
  readonly octave: number;
  readonly size: number;
  readonly mood: Float64Array | undefined;
}
