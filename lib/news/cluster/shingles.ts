/** Hashes of a text's overlapping runs of words (or of characters where a script has no blanks), sorted, each once. */
export type Shingles = Uint32Array;

const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const UNIT = new RegExp(
  String.raw`${WITHOUT_BLANKS.source}|(?:(?!${WITHOUT_BLANKS.source})[\p{L}\p{N}\p{M}])+`,
  'gu',
);
const SKETCH_HASHES = 16;

/** Runs of `size` words; a Chinese, Japanese or Thai character counts as a word. */
export function toShingles(text: string, size: number): Shingles {
  const units = toUnits(text);
  const hashes = new Set<number>();
  for (let at = 0; at + size <= units.length; at += 1) hashes.add(hash(units.slice(at, at + size).join(' ')));
  return Uint32Array.from(hashes).toSorted();
}

export function toUnits(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(UNIT) ?? [];
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

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
