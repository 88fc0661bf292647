import { toKey } from './plain-text';

/** A repeat shorter than this may be style ("never, never"). */
const MIN_REPEAT_CHARS = 24;
/** Nobody's opening is longer. */
const MAX_READ_CHARS = 8_000;

/**
 * A text that stands twice, glued to itself, once: `"A b.A b."` → `"A b."`. Where the copies differ in length the
 * longer one stays. Anything else comes back as it was.
 */
export function undouble(text: string): string {
  if (text.length > MAX_READ_CHARS) return text;
  const whole = toKey(text);
  // Nearly every text says its opening once.
  if (whole.length < 2 * MIN_REPEAT_CHARS || !repeatsOpening(whole)) return text;
  const { key, at } = keyWithPlaces(text);
  const opening = key.slice(0, MIN_REPEAT_CHARS);
  const again = key.indexOf(opening, MIN_REPEAT_CHARS);
  if (again === -1) return text;
  const first = key.slice(0, again);
  const second = key.slice(again);
  const place = at[again] ?? text.length;
  if (second.startsWith(first)) return text.slice(place).trim();
  // The second copy may itself be cut off, with its ellipsis.
  return first.startsWith(second) ? text.slice(0, place).trim() : text;
}

function repeatsOpening(key: string): boolean {
  // Composed letters may fall apart when read one by one: a shorter opening leaves room for that.
  return key.includes(key.slice(0, MIN_REPEAT_CHARS / 2), MIN_REPEAT_CHARS / 2);
}

/** How much of a short text a longer one says again in its beginning: 0 to 1, in any script. */
export function shareRepeated(short: string, long: string): number {
  const key = toKey(short);
  const window = toKey(long.slice(0, short.length * 4 + 600));
  if (key === '') return 1;
  if (window.includes(key)) return 1;
  if (key.length <= SHINGLE_CHARS) return 0;
  const shingles = key.length - SHINGLE_CHARS + 1;
  let repeated = 0;
  for (let start = 0; start < shingles; start += 1) {
    if (window.includes(key.slice(start, start + SHINGLE_CHARS))) repeated += 1;
  }
  return repeated / shingles;
}

const SHINGLE_CHARS = 10;

/** The letters and digits of a text, and where in it each of them stands. */
function keyWithPlaces(text: string): { readonly key: string; readonly at: readonly number[] } {
  let key = '';
  const at: number[] = [];
  let place = 0;
  for (const character of text) {
    const kept = toKey(character);
    for (let index = 0; index < kept.length; index += 1) at.push(place);
    key += kept;
    place += character.length;
  }
  return { key, at };
}
