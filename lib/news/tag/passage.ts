import type { TagField } from '@/lib/model/tag';

/** A stretch of an article as the linker reads it: same length as the original, so that offsets hold in both. */
export interface Passage {
  readonly field: TagField;
  readonly text: string;
  readonly words: readonly Word[];
  /** Written in capitals throughout: a capital letter says nothing here. */
  readonly shouting: boolean;
}

/** A run of letters and digits, or a single mark between them. */
export interface Word {
  readonly text: string;
  /** Lower case, without a possessive ending. */
  readonly key: string;
  readonly start: number;
  /** Exclusive, and before a possessive ending. */
  readonly end: number;
}

/** A dot joins only where it belongs to the name (fetch.ai, 2.0); a missing blank after a full stop must not. */
const ENDINGS: ReadonlySet<string> = new Set(
  'ai app com dev exchange fi finance fun fund gg io meme money net network org trade xyz'.split(' '),
);
const JOINERS = "&'•";
const BLANK = /\s/;
const UNUSUAL = /[`´‘’ʼ\u2010-\u2015\uff01-\uff5e]/;
const SHOUT_JUDGED_CHARS = 400;
const SHOUT_MIN_LETTERS = 13;
const SHOUT_SHARE = 0.7;

export function readPassage(field: TagField, original: string): Passage {
  const text = foldWidth(original);
  return { field, text, words: readWords(text), shouting: isShouting(text) };
}

export function readWords(text: string): readonly Word[] {
  const lower = toLower(text);
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    const end = isBlank(text.charCodeAt(at)) ? undefined : endOfWord(text, lower, at);
    if (end !== undefined) words.push(toWord(text, lower, { start: at, end }));
    at = end ?? at + 1;
  }
  return words;
}

function toWord(text: string, lower: string, { start, end: whole }: { start: number; end: number }): Word {
  const isPossessive = whole - 2 > start && lower.charAt(whole - 1) === 's' && text.charAt(whole - 2) === "'";
  const end = isPossessive ? whole - 2 : whole;
  const isTagged = end - start > 1 && (text.charAt(start) === '$' || text.charAt(start) === '#');
  const key = lower.slice(isTagged ? start + 1 : start, end);
  return { text: text.slice(start, end), key, start, end };
}

function endOfWord(text: string, lower: string, start: number): number {
  const first = text.charAt(start);
  const from = first === '$' || first === '#' ? start + 1 : start;
  let end = endOfRun(text, from);
  if (end === from) return start + 1;
  for (;;) {
    const next = endOfRun(text, end + 1);
    if (next === end + 1 || !isJoined(text, lower, { at: end, next })) return end;
    end = next;
  }
}

function isJoined(text: string, lower: string, { at, next }: { at: number; next: number }): boolean {
  const joiner = text.charAt(at);
  if (joiner !== '.') return JOINERS.includes(joiner);
  return isDigit(text.charCodeAt(at + 1)) || ENDINGS.has(lower.slice(at + 1, next));
}

function endOfRun(text: string, start: number): number {
  let end = start;
  while (end < text.length && isLetterOrDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** Of Latin scripts: others are read by `findForeignNames`. */
function isLetterOrDigit(code: number): boolean {
  if (code < 128) return isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return code >= 0xc0 && code <= 0x24f;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBlank(code: number): boolean {
  return code === 32 || (code < 128 ? code >= 9 && code <= 13 : BLANK.test(String.fromCharCode(code)));
}

/** Letter for letter: "İ" alone becomes two in small letters, which would shift what follows. */
function toLower(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/./gsu, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one));
}

/** Full-width letters and typographic quotes and dashes, one UTF-16 unit for one. */
function foldWidth(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-');
}

function isShouting(text: string): boolean {
  let letters = 0;
  let capitals = 0;
  for (let at = 0; at < Math.min(text.length, SHOUT_JUDGED_CHARS); at += 1) {
    const code = text.charCodeAt(at);
    const isCapital = code >= 65 && code <= 90;
    if (isCapital) capitals += 1;
    if (isCapital || (code >= 97 && code <= 122)) letters += 1;
  }
  return letters >= SHOUT_MIN_LETTERS && capitals / letters > SHOUT_SHARE;
}
