import type { AliasKind, Ambiguity, Token } from '@/lib/model/token';
import { readWords } from './passage';

/** `confirm` never counts alone, it only vouches for the token's ticker; `deny` takes its words out of the game. */
export type NameStrength = 'strong' | 'lite' | 'ambiguous' | 'confirm' | 'deny';
/** How a name must be written to be taken for one. */
export type NameCase = 'any' | 'capital' | 'exact';

export interface NamePattern {
  readonly token: Token;
  readonly strength: NameStrength;
  readonly casing: NameCase;
  readonly keys: readonly string[];
  /** As the catalogue writes it, word by word. */
  readonly words: readonly string[];
}

/** A name in a script without capitals; matched as it stands. */
export interface ForeignName {
  readonly token: Token;
  readonly strength: 'strong' | 'lite';
  readonly text: string;
}

export interface LinkerIndex {
  /** By first word; longer names first, denials before names of their length, then the better-known token. */
  readonly names: ReadonlyMap<string, readonly NamePattern[]>;
  /** By symbol in capitals; the best known first. */
  readonly symbols: ReadonlyMap<string, readonly Token[]>;
  readonly foreign: ReadonlyMap<string, ForeignName>;
  readonly foreignPattern: RegExp | undefined;
}

const STRENGTH_OF_NAME: Readonly<Record<Ambiguity, NameStrength>> = {
  safe: 'strong',
  lite: 'lite',
  word: 'ambiguous',
  banned: 'confirm',
};
const SPELLED_WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const LATIN = /[A-Za-z0-9]/;
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;
const NEVER = Number.MAX_SAFE_INTEGER;

export function buildLinkerIndex(tokens: readonly Token[]): LinkerIndex {
  const names = new Map<string, NamePattern[]>();
  const symbols = new Map<string, Token[]>();
  const foreign = new Map<string, ForeignName>();
  for (const token of tokens.toSorted(byRank)) {
    append(symbols, token.symbol.toUpperCase(), token);
    for (const pattern of namePatterns(token)) append(names, pattern.keys[0] ?? '', pattern);
    for (const name of foreignNames(token)) if (!foreign.has(name.text)) foreign.set(name.text, name);
  }
  for (const patterns of names.values()) patterns.sort(byPrecedence);
  return { names, symbols, foreign, foreignPattern: toForeignPattern([...foreign.keys()]) };
}

function namePatterns(token: Token): readonly NamePattern[] {
  const patterns = [toPattern(token, token.name, STRENGTH_OF_NAME[token.nameAmbiguity])];
  for (const { text, kind } of token.aliases) {
    if (!OTHER_SCRIPT.test(text)) patterns.push(toPattern(token, text, kind));
  }
  return patterns.filter(({ keys }) => keys.length > 0);
}

function toPattern(token: Token, text: string, strength: NameStrength | AliasKind): NamePattern {
  const words = readWords(text).filter((word) => LATIN.test(word.text));
  const casing =
    token.rank === undefined ? 'exact' : strength === 'strong' && words.length === 1 ? 'any' : 'capital';
  return {
    token,
    strength,
    casing: strength === 'deny' ? 'any' : casing,
    keys: words.map((word) => word.key),
    words: words.map((word) => word.text),
  };
}

function foreignNames(token: Token): readonly ForeignName[] {
  return token.aliases.flatMap(({ text, kind }) =>
    OTHER_SCRIPT.test(text) && (kind === 'strong' || kind === 'lite')
      ? [{ token, strength: kind, text: text.toLowerCase() }]
      : [],
  );
}

/**
 * One pattern for all of them, longest first. Chinese, Japanese and Thai run words together, so a name may
 * stand anywhere; elsewhere it begins a word (after an Arabic article or preposition) and may take an ending.
 */
function toForeignPattern(names: readonly string[]): RegExp | undefined {
  if (names.length === 0) return undefined;
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const anywhere = longestFirst.filter((name) => SPELLED_WITHOUT_BLANKS.test(name));
  const inflected = longestFirst.filter((name) => !SPELLED_WITHOUT_BLANKS.test(name));
  const parts = [
    ...(anywhere.length > 0 ? [`(?<anywhere>${anywhere.join('|')})`] : []),
    ...(inflected.length > 0
      ? [String.raw`(?<!\p{L})[وفبلك]{0,2}(?:ال)?(?<inflected>${inflected.join('|')})(?=\p{L}{0,4}(?!\p{L}))`]
      : []),
  ];
  return new RegExp(parts.join('|'), 'giu');
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function byRank(a: Token, b: Token): number {
  return (a.rank ?? NEVER) - (b.rank ?? NEVER);
}

function byPrecedence(a: NamePattern, b: NamePattern): number {
  const deny = Number(b.strength === 'deny') - Number(a.strength === 'deny');
  return b.keys.length - a.keys.length || deny || byRank(a.token, b.token);
}
