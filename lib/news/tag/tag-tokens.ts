import type { RefusedTag, TagField, TokenTag } from '@/lib/model/tag';
import { textOfField } from '@/lib/model/tag';
import type { Token } from '@/lib/model/token';
import { chooseTags } from './choose-tags';
import { confirmByList } from './confirm-by-list';
import { confirmSightings } from './confirm-sightings';
import { explainRefusals } from './explain-refusals';
import { findForeignNames } from './find-foreign-names';
import { findNames, type Denial } from './find-names';
import { findTickers } from './find-tickers';
import { isCryptoText } from './is-crypto-text';
import { buildLinkerIndex, type LinkerIndex } from './linker-index';
import { maskNoise } from './mask-noise';
import { readPassage, type Passage } from './passage';
import type { Sighting } from './sighting';

/** Stored with every tag: a change of rules or of the catalogue's classes raises it. */
export const LINKER_VERSION = 2;

const MAX_READ_CHARS = 3_000;
const LEDE_CHARS = 320;
const SURE_WEIGHT = 0.85;
const FIELDS = ['title', 'lede', 'body'] as const satisfies readonly TagField[];

/** What the tagger reads of an article. */
export interface ArticleToTag {
  readonly title: string;
  readonly dek: string | undefined;
  readonly bodyText: string;
  readonly sourceName: string;
  /** The source writes about nothing but crypto. */
  readonly cryptoOnly: boolean;
  /** The source puts a token at the head of titles that are not about it. */
  readonly injectsTokens?: boolean;
  /** The source writes its titles in capitals. */
  readonly allCaps?: boolean;
}

/** What an article is about, and what was considered and refused. */
export interface Linking {
  readonly tags: readonly TokenTag[];
  readonly refused: readonly RefusedTag[];
}

/** Makes a linker of a catalogue; build it once and keep it until the catalogue changes. */
export function createLinker(tokens: readonly Token[]): (article: ArticleToTag) => Linking {
  const index = buildLinkerIndex(tokens);
  return (article) => linkTokens(article, index);
}

/** The same where only what an article is about counts. */
export function createTagger(tokens: readonly Token[]): (article: ArticleToTag) => readonly TokenTag[] {
  const link = createLinker(tokens);
  return (article) => link(article).tags;
}

function linkTokens(article: ArticleToTag, index: LinkerIndex): Linking {
  const passages = readPassages(article, index);
  const { sightings, denied, crypto } = findAllSightings(passages, index, isAboutCrypto(article));
  const settled = confirmSightings(article.injectsTokens ? withoutInjected(sightings, passages) : sightings);
  const choice = chooseTags(settled.confirmed, {
    words: passages.reduce((count, { words }) => count + words.length, 0),
    bodyChars: article.bodyText.length,
  });
  return {
    tags: choice.tags.map((tag) => ({ ...tag, matchedText: asPublished(article, tag) })),
    refused: explainRefusals({ settled, choice, denied, crypto }).map(
      ({ token, field, start, end, reason }) => ({
        tokenId: token.id,
        field,
        matchedText: asPublished(article, { field, spanStart: start, spanEnd: end }),
        reason,
      }),
    ),
  };
}

/** The linker reads full-width letters as plain ones; a reader sees what the article says. */
function asPublished(
  article: ArticleToTag,
  { field, spanStart, spanEnd }: Pick<TokenTag, 'field' | 'spanStart' | 'spanEnd'>,
): string {
  return textOfField(article, field).slice(spanStart, spanEnd);
}

function isAboutCrypto({ title, dek, bodyText, sourceName, cryptoOnly }: ArticleToTag): boolean {
  return cryptoOnly || isCryptoText(title, `${dek ?? ''} ${bodyText}`, sourceName);
}

/** What a source like that puts at a title's head says nothing where the article does not come back to it. */
function withoutInjected(sightings: readonly Sighting[], passages: readonly Passage[]): readonly Sighting[] {
  const head = passages.find(({ field }) => field === 'title')?.words[0]?.start;
  return sightings.map((sighting) => {
    if (sighting.field !== 'title' || sighting.start !== head) return sighting;
    const isRepeated = sightings.some((other) => other !== sighting && isSameToken(other, sighting));
    return isRepeated ? sighting : { ...sighting, weight: 0, rule: 'name+context' as const };
  });
}

function isSameToken(one: Sighting, other: Sighting): boolean {
  return one.weight > 0 && one.owners[0]?.id === other.owners[0]?.id;
}

/** A token named beyond doubt in the title makes a text one about crypto: then the doubtful names are read again. */
function findAllSightings(passages: readonly Passage[], index: LinkerIndex, crypto: boolean): Found {
  const found = findSightings(passages, index, crypto);
  const isTokenInTitle = found.sightings.some(
    ({ field, weight }) => field === 'title' && weight >= SURE_WEIGHT,
  );
  return crypto || !isTokenInTitle ? found : findSightings(passages, index, true);
}

function findSightings(passages: readonly Passage[], index: LinkerIndex, crypto: boolean): Found {
  const denied: Denial[] = [];
  const sightings = passages.flatMap((passage) => {
    const reading = { crypto, used: new Set<number>(), denied };
    const names = findNames(passage, index, reading);
    const tickers = findTickers(passage, index, reading);
    return confirmByList(passage, [...names, ...tickers, ...findForeignNames(passage, index, crypto)]);
  });
  return { sightings, denied, crypto };
}

interface Found {
  readonly sightings: readonly Sighting[];
  readonly denied: readonly Denial[];
  readonly crypto: boolean;
}

/** Title, lede and the rest of the body. What was read in one field is blank in the next, so offsets hold. */
function readPassages(article: ArticleToTag, index: LinkerIndex): readonly Passage[] {
  return FIELDS.map((field) => {
    const text = textOfField(article, field).slice(0, MAX_READ_CHARS);
    const unread = dropWhatWasRead(text, field, article);
    const masked = maskNoise(unread, article.sourceName, (name) => isTokenName(name, index));
    const passage = readPassage(field, masked);
    return field === 'title' && article.allCaps ? { ...passage, shouting: true } : passage;
  });
}

function dropWhatWasRead(text: string, field: TagField, { title, dek }: ArticleToTag): string {
  if (field === 'title') return text;
  const echo = text.startsWith(title) ? title.length : 0;
  if (dek !== undefined) return blankUntil(text, echo);
  return field === 'lede'
    ? blankUntil(text.slice(0, echo + LEDE_CHARS), echo)
    : blankUntil(text, echo + LEDE_CHARS);
}

function blankUntil(text: string, end: number): string {
  return ' '.repeat(Math.min(end, text.length)) + text.slice(end);
}

function isTokenName(name: string, index: LinkerIndex): boolean {
  const key = name.toLowerCase();
  const named = index.names.get(key)?.some(({ keys, strength }) => keys.length === 1 && strength !== 'deny');
  return named === true || index.symbols.has(name.toUpperCase());
}
