import type { TagField } from '@/lib/model/tag';
import type { Token } from '@/lib/model/token';
import { COMPARISON, NAME_CONTEXT, OFFICE, QUOTE_KEYS, UPON } from './market-words';
import type { LinkerIndex, NamePattern } from './linker-index';
import type { Passage, Word } from './passage';
import type { Sighting } from './sighting';

const GROUND = new Set(['based', 'backed']);
const JOINTS = new Set(['-', '/', '.']);
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;
const OPENING = new Set(['(', '[']);
const CLOSING = new Set([')', ']']);
const SMALL = /^\p{Ll}/u;
const NO_PATTERNS: readonly NamePattern[] = [];
const LIST_GOES_ON = new Set([',', 'and', 'or', '&']);

/**
 * Finds tokens by name. Words that a name (or a denial) used are noted in `used`,
 * so that "Bitcoin Cash" is not Bitcoin as well and "cash flow" is nothing.
 */
export function findNames(passage: Passage, index: LinkerIndex, reading: NameReading): readonly Sighting[] {
  const sightings: Sighting[] = [];
  for (let at = 0; at < passage.words.length; at += 1) {
    if (reading.used.has(at)) continue;
    const found = findNameAt({ passage, index, at });
    if (!found) continue;
    const sighting = toSighting(passage, found, reading.crypto);
    const isDenied = found.pattern.strength === 'deny';
    if (sighting) sightings.push(sighting);
    if (isDenied) reading.denied.push(toDenial(passage, found));
    if (sighting || isDenied) for (let word = at; word < found.next; word += 1) reading.used.add(word);
  }
  return sightings;
}

export interface NameReading {
  readonly crypto: boolean;
  readonly used: Set<number>;
  readonly denied: Denial[];
}

/** A phrase that holds a token's name and does not mean it. */
export interface Denial {
  readonly token: Token;
  readonly field: TagField;
  readonly start: number;
  readonly end: number;
}

interface NamePlace {
  readonly passage: Passage;
  readonly index: LinkerIndex;
  readonly at: number;
}

interface Found {
  readonly pattern: NamePattern;
  readonly from: number;
  /** The first word after the name, and after its ticker where that stands beside it. */
  readonly afterName: number;
  readonly next: number;
  readonly withTicker: boolean;
}

function findNameAt(place: NamePlace): Found | undefined {
  const { passage, index, at } = place;
  let longest: Found | undefined;
  for (const pattern of index.names.get(passage.words[at]?.key ?? '') ?? NO_PATTERNS) {
    const found = readName(place, pattern);
    if (!found) continue;
    longest ??= found;
    // Of tokens that share a name, the one whose ticker stands beside it is meant.
    if (found.withTicker && found.afterName >= longest.afterName) return found;
  }
  return longest;
}

function readName(place: NamePlace, pattern: NamePattern): Found | undefined {
  const { passage, at } = place;
  const afterName = matchName(passage, pattern, at);
  if (afterName === undefined || isTickerInstead(place, pattern)) return undefined;
  const isDenied = pattern.strength === 'deny';
  const next = isDenied ? undefined : skipTicker(passage.words, afterName, pattern.token.symbol);
  return { pattern, from: at, afterName, next: next ?? afterName, withTicker: next !== undefined };
}

function matchName(passage: Passage, pattern: NamePattern, at: number): number | undefined {
  let position = at;
  for (let nth = 0; nth < pattern.keys.length; nth += 1) {
    if (nth > 0) while (JOINTS.has(passage.words[position]?.text ?? '')) position += 1;
    const word = passage.words[position];
    if (!word || word.key !== pattern.keys[nth] || !isWrittenAs(pattern, nth, word.text)) return undefined;
    position += 1;
  }
  return position;
}

function isWrittenAs(pattern: NamePattern, nth: number, text: string): boolean {
  if (pattern.casing === 'any') return true;
  if (pattern.casing === 'exact') return text === pattern.words[nth];
  if (!/^[#$]?\p{Ll}/u.test(text) || /\p{Lu}/u.test(text) || text === pattern.words[nth]) return true;
  return nth > 0 && NAME_CONTEXT.has(text);
}

/** "FLOW" in capitals is a ticker to be judged as one, unless the name is its own and sure. */
function isTickerInstead(place: NamePlace, { keys, strength }: NamePattern): boolean {
  const { passage, index, at } = place;
  const text = passage.words[at]?.text ?? '';
  if (keys.length > 1 || strength === 'deny' || passage.shouting) return false;
  return text.startsWith('$') || (strength !== 'strong' && index.symbols.has(text));
}

/** The word after the ticker in "Solana (SOL)", "Solana [$SOL]" and "Solana SOL", if it stands there. */
function skipTicker(words: readonly Word[], at: number, symbol: string): number | undefined {
  const bracketed = OPENING.has(words[at]?.text ?? '');
  const position = bracketed ? at + 1 : at;
  if (words[position]?.text.replace(/^[$#]/, '') !== symbol) return undefined;
  const after = position + 1;
  return bracketed && CLOSING.has(words[after]?.text ?? '') ? after + 1 : after;
}

function toDenial({ field, words }: Passage, { pattern, from, next }: Found): Denial {
  const start = words[from]?.start ?? 0;
  return { token: pattern.token, field, start, end: words[next - 1]?.end ?? start };
}

function toSighting(passage: Passage, found: Found, crypto: boolean): Sighting | undefined {
  const { pattern, from, next, withTicker } = found;
  const judged = withTicker
    ? ({ rule: 'name+ticker', weight: 1.2 } as const)
    : judgeName(passage, found, crypto);
  if (!judged) return undefined;
  const start = passage.words[from]?.start ?? 0;
  const end = passage.words[next - 1]?.end ?? start;
  const setting = readSetting(passage.words, found);
  return {
    owners: [pattern.token],
    half: 'name',
    rule: judged.rule,
    weight: judged.weight * setting.factor,
    field: passage.field,
    start,
    end,
    text: passage.text.slice(start, end),
    at: from / passage.words.length,
    chain: setting.chain,
    frail: isFrail(pattern),
  };
}

function judgeName(passage: Passage, found: Found, crypto: boolean): Judgement | undefined {
  const { pattern, afterName } = found;
  if (pattern.strength === 'deny') return undefined;
  if (pattern.strength === 'confirm')
    return judgeInContext(passage, found) ?? { rule: 'name+crypto', weight: 0 };
  if (isPair(passage.words, afterName)) return { rule: 'pair', weight: 0.9 };
  if (pattern.strength === 'strong') return { rule: 'name', weight: 1 };
  return (
    judgeInContext(passage, found) ?? {
      rule: 'name+crypto',
      weight: crypto && isTrusted(passage, found) ? 0.8 : 0,
    }
  );
}

function judgeInContext({ words, shouting }: Passage, { pattern, afterName }: Found): Judgement | undefined {
  const inContext = !shouting && NAME_CONTEXT.has(words[afterName]?.key ?? '') && isOpenToContext(pattern);
  return inContext ? { rule: 'name+context', weight: 0.85 } : undefined;
}

/** "DappRadar's token" is the token; "Test token" and "a million tokens" are not. */
function isOpenToContext({ strength, token, keys }: NamePattern): boolean {
  if (strength === 'confirm') return token.rank !== undefined && INNER_CAPITAL.test(token.name);
  return token.rank !== undefined || strength === 'lite' || keys.length > 1;
}

/** Whether a name that is a word too may be read in the light of a text about crypto. */
function isTrusted(passage: Passage, found: Found): boolean {
  if (found.pattern.strength !== 'lite' || passage.shouting) return false;
  return !isFirstOfCommonNouns(passage.words, found);
}

/** "Theta, gamma and vega", "Cosmos, comets and more": a list that goes on in small letters is one of everyday things. */
function isFirstOfCommonNouns(words: readonly Word[], { from, afterName }: Found): boolean {
  if (from > 0 || words[afterName]?.text !== ',' || !SMALL.test(words[afterName + 1]?.text ?? ''))
    return false;
  return LIST_GOES_ON.has(words[afterName + 2]?.key ?? '');
}

/** A name that vouches for its ticker only where that is not banned: a company's, or a plain word of the long tail. */
function isFrail({ strength, token, keys }: NamePattern): boolean {
  return (
    strength === 'confirm' || (token.rank === undefined && strength === 'ambiguous' && keys.length === 1)
  );
}

function isPair(words: readonly Word[], at: number): boolean {
  return words[at]?.text === '/' && QUOTE_KEYS.has(words[at + 1]?.key ?? '');
}

/** What the words around take away from a mention. */
function readSetting(words: readonly Word[], { from, next }: Found): { factor: number; chain: boolean } {
  const before = keyAt(words, from - 1);
  const compound = words[next]?.text === '-' ? keyAt(words, next + 1) : keyAt(words, next);
  if (UPON.has(before) || GROUND.has(compound)) return { factor: 0.5, chain: true };
  if (isOffice(words, next)) return { factor: 0.6, chain: false };
  return { factor: COMPARISON.has(before) ? 0.7 : 1, chain: false };
}

function isOffice(words: readonly Word[], at: number): boolean {
  return OFFICE.has(keyAt(words, at)) || (keyAt(words, at) === 'co' && keyAt(words, at + 2) === 'founder');
}

function keyAt(words: readonly Word[], at: number): string {
  return words[at]?.key ?? '';
}

type Judgement = Pick<Sighting, 'rule' | 'weight'>;
