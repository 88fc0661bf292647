import type { ParsedFeed } from '@/lib/model/parsed-feed';
import { toLine } from '@/lib/news/normalise/plain-text';
import { parseDate } from '@/lib/news/parse/parse-date';
import { parseFeed } from '@/lib/news/parse/parse-feed';

/** A document and what another reader's tests expect of it. */
export interface FeedCase {
  readonly file: string;
  readonly bytes: Buffer;
  /** Where it is said to come from. */
  readonly url: string | undefined;
  readonly expectations: readonly Expectation[];
  /** Should nothing of it be comparable: why. */
  readonly leftOut: string;
}

export interface Expectation {
  readonly field: 'title' | 'link' | 'id' | 'published' | 'updated';
  /** Which item; `undefined` for the feed itself. */
  readonly item: number | undefined;
  readonly value: string;
}

export interface Comparison {
  readonly file: string;
  readonly gaveFeed: boolean;
  readonly leftOut: string;
  readonly findings: readonly Finding[];
}

export interface Finding extends Expectation {
  readonly got: string | undefined;
  readonly agrees: boolean;
}

/** Reads a document as the product does and holds the result against what is expected. */
export async function compareCase({ bytes, url, ...feedCase }: FeedCase): Promise<Comparison> {
  const parsed = await parseFeed(bytes, { url });
  const findings = feedCase.expectations.map((expectation) => {
    const got = parsed.kind === 'feed' ? valueOf(parsed, expectation) : undefined;
    return { ...expectation, got, agrees: got !== undefined && isSame(expectation, got) };
  });
  return { file: feedCase.file, leftOut: feedCase.leftOut, gaveFeed: parsed.kind === 'feed', findings };
}

function valueOf(feed: ParsedFeed, { field, item }: Expectation): string | undefined {
  if (item === undefined) return toText(feed[field]);
  const entry = feed.items[item];
  if (!entry) return undefined;
  if (field === 'id') return entry.guid;
  if (field === 'published') return toText(entry.date);
  // An item's only date is its date, whatever others call it.
  return toText(field === 'updated' ? (entry.updated ?? entry.date) : entry[field]);
}

function toText(value: string | Date | undefined): string | undefined {
  return value instanceof Date ? value.toISOString() : value;
}

/** Titles agree if a reader sees the same line, addresses if they lead to the same place, dates if they are the same second. */
const SAME: Readonly<Record<Expectation['field'], (expected: string, got: string) => boolean>> = {
  title: (expected, got) => toLine(got) === toLine(expected) || toLine(got) === expected.replace(/\s+/g, ' '),
  link: (expected, got) => toHref(expected) === toHref(got),
  id: (expected, got) => expected.trim() === got,
  published: isSameSecond,
  updated: isSameSecond,
};

function isSame({ field, value }: Expectation, got: string): boolean {
  return got === value || SAME[field](value, got);
}

function isSameSecond(expected: string, got: string): boolean {
  const date = parseDate(expected);
  return date !== undefined && Math.trunc(date.getTime() / 1_000) === Math.trunc(Date.parse(got) / 1_000);
}

function toHref(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address.trim();
}
