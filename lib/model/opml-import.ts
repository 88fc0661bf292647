import type { Source } from './feed';

export const OPML_IMPORT_STATES = ['running', 'finished', 'cancelled'] as const;
export type OpmlImportState = (typeof OPML_IMPORT_STATES)[number];

export const OPML_LINE_RESULTS = ['pending', 'added', 'known', 'merged', 'refused', 'cancelled'] as const;
/**
 * `known`: in the catalogue before; `merged`: another line of the list, or another spelling of an address, is the
 * same feed; `refused`: cannot be a feed we may ask.
 */
export type OpmlLineResult = (typeof OPML_LINE_RESULTS)[number];

/** One feed of a list, as the list tells it. Nothing of it has been judged yet. */
export interface ListedFeed {
  /** What stands where an address should; may be empty. */
  readonly url: string;
  readonly title: string | undefined;
  readonly siteUrl: string | undefined;
  /** The folders it lies in, outermost first, joined by " / ". */
  readonly folder: string | undefined;
}

/** A line of a list with what is to be done about it. */
export interface JudgedLine {
  /** From 1, in the order of the list. */
  readonly position: number;
  readonly verdict: ListedAddress | RefusedAddress;
}

/** An address that may be asked, and who would publish it. */
export interface ListedAddress {
  readonly kind: 'feed';
  readonly url: string;
  /** Every way to write that address, itself among them. */
  readonly spellings: readonly string[];
  /** By which a source the desk has is looked for; `undefined` where many publishers share the host. */
  readonly site: string | undefined;
  /** What the source would be if it is a new one. */
  readonly source: Source;
}

export interface RefusedAddress {
  readonly kind: 'refused';
  /** Why, in words. */
  readonly message: string;
}

export const OPML_REFUSALS = [
  'nothing',
  'too-large',
  'too-many',
  'no-feeds',
  'feed',
  'page',
  'json',
  'archive',
  'binary',
  'text',
] as const;
/** Why a file is no list of feeds. */
export type OpmlRefusal = (typeof OPML_REFUSALS)[number];

export const MAX_OPML_MEGABYTES = 10;
export const BYTES_PER_MEGABYTE = 1_000_000;
export const MAX_LISTED_FEEDS = 10_000;
/** First polls are spread so that a list of hundreds does not ask every site at once. */
export const FIRST_POLLS_APART_MS = 1_000;

/** What the file is instead, and the way on where there is one. */
export const OPML_REFUSAL_WORDS: Readonly<Record<OpmlRefusal, string>> = {
  nothing: 'The file is empty.',
  'too-large': `The file is larger than ${MAX_OPML_MEGABYTES} MB, and no list of feeds is. Nothing was read.`,
  'too-many': `The list has more than ${MAX_LISTED_FEEDS.toLocaleString('en')} feeds. Split it and bring the parts one by one.`,
  'no-feeds': 'This is an OPML list, but not one line of it has the address of a feed.',
  feed: 'This is a feed itself, not a list of feeds. Add its address under Feeds.',
  page: 'This is a web page, not a list of feeds. In the other reader look for “Export” or “OPML”, and bring the file it saves.',
  json: 'This is JSON. The desk reads lists in OPML, which most readers can save as well.',
  archive:
    'This is a packed archive. Unpack it first; the list is the file in it that ends in .opml or .xml.',
  binary: 'This is no text at all, so it cannot be a list of feeds.',
  text: 'This is no OPML: it has no <opml> and no <outline> in it.',
};
