/** Hashes of a text's overlapping runs of words (or of characters where a script has no blanks), sorted, each once. */
export type Shingles = Uint32Array;

const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const UNIT = new RegExp(
  String.raw`${WITHOUT_BLANKS.source}|(?:(?!${WITHOUT_BLANKS.source})[\p{L}\p{N}\p{M}])+`,
  'gu',
);
/** The same where nothing of those scripts occurs, and found in a fraction of the time. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const SKETCH_HASHES = 16;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const BLANK = 0x20;

/** Runs of `size` words; a Chinese, Japanese or Thai character counts as a word. */
export function toShingles(text: string, size: number): Shingles {
  const units = toUnits(text);
  const hashes = new Uint32Array(Math.max(0, units.length - size + 1));
  for (let at = 0; at < hashes.length; at += 1) hashes[at] = hashRun(units, at, size);
  hashes.sort();
  let count = 0;
  for (const hash of hashes) {
    if (count > 0 && hash === hashes[count - 1]) continue;
    hashes[count] = hash;
    count += 1;
  }
  return hashes.slice(0, count);
}

/** Words in lower case; of scripts without blanks, characters. */
export function toUnits(text: string): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.match(WITHOUT_BLANKS.test(plain) ? UNIT : WORD) ?? [];
}

/** The smallest hashes: two texts that share a good part of their shingles share some of these. */
export function toSketch(shingles: Shingles): Shingles {
  return shingles.slice(0, SKETCH_HASHES);
}

export function countShared(a: Shingles, b: Shingles): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared;
}

/** How much of all shingles both have, and how much of the smaller text stands in the other; 0–1. */
export function overlap(a: Shingles, b: Shingles): { readonly ofAll: number; readonly ofSmaller: number } {
  const shared = countShared(a, b);
  if (shared === 0) return { ofAll: 0, ofSmaller: 0 };
  return { ofAll: shared / (a.length + b.length - shared), ofSmaller: shared / Math.min(a.length, b.length) };
}

/** FNV-1a over the UTF-16 units of `size` words with a blank between them. */
function hashRun(units: readonly string[], from: number, size: number): number {
  let value = FNV_BASIS;
  for (let nth = 0; nth < size; nth += 1) {
    if (nth > 0) value = Math.imul(value ^ BLANK, FNV_PRIME);
    const unit = units[from + nth] ?? '';
    for (let at = 0; at < unit.length; at += 1) value = Math.imul(value ^ unit.charCodeAt(at), FNV_PRIME);
  }
  return value >>> 0;
}
