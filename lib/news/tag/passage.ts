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

// A dot joins only where it belongs to the name (fetch.ai, 2.0); a missing blank after a full stop must not.
const WORD = new RegExp(
  String.raw`[$#]?[A-Za-z0-9À-ɏ]+(?:(?:[&'•]|\.(?=\d)|\.(?=(?:ai|app|com|dev|exchange|fi|finance|fun|fund|gg|io|meme|money|net|network|org|trade|xyz)\b))[A-Za-z0-9À-ɏ]+)*` +
    String.raw`|[^\sA-Za-z0-9À-ɏ]`,
  'gi',
);
const UNUSUAL = /[`´‘’ʼ\u2010-\u2015\uff01-\uff5e]/;
const POSSESSIVE = /'s?$/i;
const SHOUT_JUDGED_CHARS = 400;
const SHOUT_MIN_LETTERS = 13;
const SHOUT_SHARE = 0.7;

export function readPassage(field: TagField, original: string): Passage {
  const text = foldWidth(original);
  return { field, text, words: readWords(text), shouting: isShouting(text) };
}

export function readWords(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const [raw] = match;
    const stem = raw.length > 1 && raw.includes("'") ? raw.replace(POSSESSIVE, '') : raw;
    const lower = stem.toLowerCase();
    return {
      text: stem,
      key: lower.startsWith('$') || lower.startsWith('#') ? lower.slice(1) : lower,
      start: match.index,
      end: match.index + stem.length,
    };
  });
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
