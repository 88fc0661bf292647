import { NEIGHBOUR_TEXT_CHARS, type ComparableArticle } from '@/lib/model/placement';
import { weightOfWord } from './headline-words';
import { toShingles, toSketch, toUnits, type Shingles } from './shingles';

/** What is compared of an article, made once. */
export interface Fingerprint {
  /** Telling words of the title, and of the lede beyond it, with their weights. */
  readonly title: Weights;
  readonly lede: Weights;
  /** Sums and dates of the title and the lede as they were written, in one spelling. */
  readonly numbers: ReadonlySet<string>;
  readonly titleNumbers: ReadonlySet<string>;
  /** The title without its numbers, and these in their order: the mould of a bulletin and what was cast in it. */
  readonly mould: string;
  readonly cast: string;
  /** About what a price does, not about what happened. */
  readonly priceTalk: boolean;
  readonly lead: Shingles;
  readonly body: Shingles;
  /** Of the body's beginning, where an excerpt was cut from. */
  readonly opening: Shingles;
  readonly sketch: Shingles;
}

/** Words cut to their stems, with their weights. */
export interface Weights {
  readonly of: ReadonlyMap<string, number>;
  readonly total: number;
  /** The length of the vector they make. */
  readonly norm: number;
}

const LEDE_CHARS = 320;
const LEAD_CHARS = 220;
const OPENING_CHARS = 800;
const WORDS_PER_LEAD_SHINGLE = 3;
const WORDS_PER_BODY_SHINGLE = 4;
const MIN_STEM_CHARS = 4;
const IDEOGRAPH = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Two neighbouring Chinese characters are often less than a word. */
const PAIR_WEIGHT = 0.6;
const NUMBER =
  /\d[\d,]*(?:\.\d+)?\s?(?:%|percent|k\b|m\b|mn\b|b\b|bn\b|t\b|million|billion|trillion|万|萬|亿|億)?/giu;
const PRICE_TALK =
  /\b(?:price (?:prediction|analysis|forecast|target|today)|technical analysis|resistance|support level|bulls?|bears?|breakout|rally|rallies|eyes \$|could hit|best crypto|to buy|presale|100x|golden cross|death cross)\b|价格分析|行情分析|走势|价格预测/iu;

const made = new WeakMap<ComparableArticle, Fingerprint>();

/** The article's fingerprint; the same object is never worked through twice. */
export function fingerprintOf(article: ComparableArticle): Fingerprint {
  const known = made.get(article);
  if (known) return known;
  const fingerprint = makeFingerprint(article);
  made.set(article, fingerprint);
  return fingerprint;
}

/** Lets `other`, the same article in another object, share what was made of `article`. */
export function shareFingerprint(article: ComparableArticle, other: ComparableArticle): void {
  made.set(other, fingerprintOf(article));
}

/** The words of an article as it wrote them, for stems cut from them. */
export function spellStems(article: ComparableArticle, stems: readonly string[]): readonly string[] {
  const written = new Map(toWords(`${ledeOf(article)} ${article.title}`).map((word) => [stem(word), word]));
  return stems.map((cut) => written.get(cut) ?? cut);
}

function makeFingerprint(article: ComparableArticle): Fingerprint {
  const { title } = article;
  const text = article.bodyText.slice(0, NEIGHBOUR_TEXT_CHARS);
  const lede = ledeOf(article);
  const tokenWords = new Set(article.tokenIds.flatMap((id) => id.split('-')));
  const compared = text === '' ? (article.dek ?? '') : text;
  const body = toShingles(compared, WORDS_PER_BODY_SHINGLE);
  return {
    title: weigh(title, tokenWords),
    lede: weigh(lede, tokenWords),
    numbers: readNumbers(`${title} ${lede}`),
    titleNumbers: readNumbers(title),
    mould: toUnits(title.replace(NUMBER, ' ')).join(' '),
    cast: spellNumbers(title).join(' '),
    priceTalk: PRICE_TALK.test(title),
    lead: toShingles(`${title} ${compared.slice(0, LEAD_CHARS)}`, WORDS_PER_LEAD_SHINGLE),
    body,
    opening:
      compared.length <= OPENING_CHARS
        ? body
        : toShingles(compared.slice(0, OPENING_CHARS), WORDS_PER_BODY_SHINGLE),
    sketch: toSketch(body),
  };
}

function ledeOf({ dek, bodyText }: ComparableArticle): string {
  return (dek ?? bodyText).slice(0, LEDE_CHARS);
}

function weigh(text: string, tokenWords: ReadonlySet<string>): Weights {
  const weights = new Map<string, number>();
  for (const word of toWords(text.replace(NUMBER, ' '))) {
    const weight = weightOfWord(word, tokenWords) * (IDEOGRAPH.test(word) ? PAIR_WEIGHT : 1);
    if (weight > 0) weights.set(stem(word), weight);
  }
  const values = [...weights.values()];
  return {
    of: weights,
    total: values.reduce((sum, weight) => sum + weight, 0),
    norm: Math.sqrt(values.reduce((sum, weight) => sum + weight * weight, 0)),
  };
}

/** Words; of scripts without blanks, every pair of neighbouring characters. */
function toWords(text: string): readonly string[] {
  const units = toUnits(text.replace(/['’]s\b/g, ''));
  return units.flatMap((unit, at): readonly string[] => {
    if (!IDEOGRAPH.test(unit)) return unit.length > 1 ? [unit] : [];
    const next = units[at + 1];
    return next !== undefined && IDEOGRAPH.test(next) ? [unit + next] : [];
  });
}

/** Cuts the commonest English endings, so that "files" meets "filed" and "filing". */
function stem(word: string): string {
  const cut = word.replace(/(?:ies|ied|ing|ed|es|s|e)$/, '');
  return cut.length >= MIN_STEM_CHARS ? cut : word;
}

/** Single digits say too little. */
function readNumbers(text: string): ReadonlySet<string> {
  return new Set(spellNumbers(text).filter((number) => number.length > 1));
}

/** `$4.3 billion`, `4.3B` and `4.3bn` are one number. */
function spellNumbers(text: string): readonly string[] {
  return (text.match(NUMBER) ?? []).map((written) => {
    const plain = written.toLowerCase().replace(/[,\s]/g, '');
    return plain
      .replace(/(?:million|mn)$/, 'm')
      .replace(/(?:billion|bn)$/, 'b')
      .replace(/trillion$/, 't')
      .replace(/percent$/, '%');
  });
}
