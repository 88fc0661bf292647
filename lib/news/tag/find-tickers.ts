import type { Token } from '@/lib/model/token';
import {
  COMPARISON,
  FOREIGN_CONTEXT,
  ISSUANCE,
  NAME_CONTEXT,
  QUOTE_KEYS,
  QUOTE_SYMBOLS,
  TICKER_CONTEXT,
  UPON,
} from './market-words';
import type { LinkerIndex } from './linker-index';
import type { Passage, Word } from './passage';
import type { Sighting } from './sighting';

const FOREIGN_CONTEXT_CHARS = 8;
const ISSUED_WITHIN_WORDS = 5;
const FAMOUS_UP_TO_RANK = 100;
const AMOUNT = /^\$?[\d.,]+[kmbt]?$|^(?:million|billion|thousand)$/i;
const BEGINS_LIKE_TICKER = /^#?[A-Z\d](?![a-z])/;
const WITH_VERSION = /^([A-Z]{3,6})v\d$/;
const JOINED_PAIR = /^([A-Z0-9]{2,10})(?:USDT|USDC|USD)$/;

/** Finds tokens by ticker, in capitals or as a cashtag. A symbol that is also a word says nothing alone. */
export function findTickers(
  passage: Passage,
  index: LinkerIndex,
  reading: TickerReading,
): readonly Sighting[] {
  return passage.words.flatMap((word, at): Sighting[] => {
    if (reading.used.has(at)) return [];
    const ticker = readTicker(word, index);
    if (!ticker || isHalfOfCompound(passage.words, at, ticker)) return [];
    const judged = judgeTicker({ passage, at, ticker, crypto: reading.crypto });
    return [
      {
        owners: ticker.owners,
        half: 'ticker',
        rule: judged.rule,
        weight: judged.weight * settingFactor(passage.words, at, ticker),
        field: passage.field,
        start: word.start,
        end: word.end,
        text: word.text,
        at: at / passage.words.length,
        chain: ticker.form === 'bare' && UPON.has(passage.words[at - 1]?.key ?? ''),
        frail: false,
      },
    ];
  });
}

export interface TickerReading {
  readonly crypto: boolean;
  readonly used: ReadonlySet<number>;
}

interface Ticker {
  readonly symbol: string;
  readonly owners: readonly Token[];
  readonly form: 'bare' | 'cashtag' | 'pair';
}

function readTicker(word: Word, index: LinkerIndex): Ticker | undefined {
  const cashtag = word.text.startsWith('$');
  // Most words: neither a ticker nor a pair begins like that.
  if (!cashtag && !BEGINS_LIKE_TICKER.test(word.text)) return undefined;
  const written = word.text.replace(/^[$#]/, '');
  if (cashtag && /^\d/.test(written) && AMOUNT.test(written)) return undefined;
  const symbol = written.toUpperCase();
  const owners = index.symbols.get(symbol);
  if (!owners) return readBase(written, index);
  if (cashtag) return { symbol, owners, form: 'cashtag' };
  return written === symbol && /[A-Z]/.test(written) ? { symbol, owners, form: 'bare' } : undefined;
}

/** The BTC of BTCUSDT, the AAVE of AAVEv3. */
function readBase(written: string, index: LinkerIndex): Ticker | undefined {
  const symbol = (JOINED_PAIR.exec(written) ?? WITH_VERSION.exec(written))?.[1] ?? '';
  const owners = index.symbols.get(symbol);
  return owners && { symbol, owners, form: 'pair' };
}

/** "OP-ED" and "F-16" are no tickers; "BTC-denominated" is. */
function isHalfOfCompound(words: readonly Word[], at: number, ticker: Ticker): boolean {
  if (ticker.form !== 'bare' || ticker.owners[0]?.symbolAmbiguity === 'safe') return false;
  return isHyphenBetween(words, at - 1) || isHyphenBetween(words, at + 1);
}

function isHyphenBetween(words: readonly Word[], at: number): boolean {
  const [left, hyphen, right] = [words[at - 1], words[at], words[at + 1]];
  return hyphen?.text === '-' && left?.end === hyphen.start && right?.start === hyphen.end;
}

function judgeTicker(place: TickerPlace): Pick<Sighting, 'rule' | 'weight'> {
  const { passage, at, ticker } = place;
  const [best] = ticker.owners;
  if (!best) return { rule: 'ticker', weight: 0 };
  if (ticker.form === 'cashtag')
    return { rule: 'cashtag', weight: cashtagWeight(best, passage.words[at + 1]) };
  if (ticker.form === 'pair' || isSlashPair(passage.words, at)) {
    return { rule: 'pair', weight: best.symbolAmbiguity === 'banned' || best.rank === undefined ? 0 : 0.9 };
  }
  return judgeBareTicker(place, best);
}

/** A ticker that nobody marked as one. Those of the long tail never count bare. */
function judgeBareTicker(
  { passage, at, crypto }: TickerPlace,
  token: Token,
): Pick<Sighting, 'rule' | 'weight'> {
  const ambiguity = token.symbolAmbiguity;
  if (token.rank === undefined || ambiguity === 'banned') return { rule: 'ticker', weight: 0 };
  if (isBracketedAfterAnother(passage.words, at))
    return { rule: 'ticker', weight: isFamous(token) ? 0.9 : 0 };
  if (ambiguity === 'safe') return { rule: 'ticker', weight: 1 };
  if (passage.shouting) return { rule: 'ticker', weight: 0 };
  if (ambiguity === 'lite' && crypto) return { rule: 'ticker', weight: 0.8 };
  return { rule: 'ticker+context', weight: isInContext(passage, at) ? 0.8 : 0 };
}

function isInContext(passage: Passage, at: number): boolean {
  const end = passage.words[at]?.end ?? 0;
  const beside = TICKER_CONTEXT.has(passage.words[at + 1]?.key ?? '');
  return beside || FOREIGN_CONTEXT.test(passage.text.slice(end, end + FOREIGN_CONTEXT_CHARS));
}

/** In "Zero Knowledge Proof (ZKP)" the brackets belong to what stands before them, not to a token of that symbol. */
function isBracketedAfterAnother(words: readonly Word[], at: number): boolean {
  const bracketed = words[at - 1]?.text === '(' && words[at + 1]?.text === ')';
  return bracketed && /[\p{L}\p{N}]/u.test(words[at - 2]?.text ?? '');
}

function isFamous(token: Token): boolean {
  return token.symbolAmbiguity === 'safe' && token.rank !== undefined && token.rank <= FAMOUS_UP_TO_RANK;
}

interface TickerPlace {
  readonly passage: Passage;
  readonly at: number;
  readonly ticker: Ticker;
  readonly crypto: boolean;
}

/** "$AI" is also a company's stock: it wants a word of the market. An unknown token's cashtag is a little less sure. */
function cashtagWeight({ symbolAmbiguity, rank }: Token, next: Word | undefined): number {
  if (symbolAmbiguity === 'banned') return NAME_CONTEXT.has(next?.key ?? '') ? 0.8 : 0;
  return rank === undefined ? 0.7 : 1;
}

function isSlashPair(words: readonly Word[], at: number): boolean {
  return words[at + 1]?.text === '/' && QUOTE_KEYS.has(words[at + 2]?.key ?? '');
}

/** What the words around take away: the currency of an amount, the ground something stands on, a comparison. */
function settingFactor(words: readonly Word[], at: number, { symbol, form }: Ticker): number {
  const before = words[at - 1];
  if (!before) return 1;
  if (QUOTE_SYMBOLS.has(symbol) && isAmount(before)) return isIssued(words, at) ? 1 : 0.3;
  if (form === 'bare' && UPON.has(before.key)) return 0.5;
  return COMPARISON.has(before.key) ? 0.7 : 1;
}

function isAmount({ text }: Word): boolean {
  return text === '/' || AMOUNT.test(text);
}

function isIssued(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - ISSUED_WITHIN_WORDS), at).some((word) => ISSUANCE.test(word.key));
}
