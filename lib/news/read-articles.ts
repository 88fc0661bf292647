import { hash } from 'node:crypto';
import type { Article, TaggedArticle } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { FeedLink, NotAFeed, ParsedFeed, ParsedItem } from '@/lib/model/parsed-feed';
import { normaliseItem, type ItemContext } from './normalise/normalise-item';
import { parseFeed } from './parse/parse-feed';
import { LINKER_VERSION } from './tag/tag-tokens';

/** Raised when normalising comes to mean something else: every feed's items are then read anew. */
const READING_VERSION = 1;
/** 96 bits: two items of one feed never share it by chance. */
const FINGERPRINT_CHARS = 16;

/** A document as it came, and what is known of who sent it. */
export interface ReadInput {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  /** Where it came from after redirects. */
  readonly url: string;
  readonly source: Source;
  /** First sight of whatever is new in it. */
  readonly seenAt: Date;
  /** Fingerprints of the items of the last answer: they are not read again. */
  readonly known: ReadonlySet<string>;
}

/** What a document turned out to be. */
export type Reading =
  | {
      readonly kind: 'articles';
      readonly facts: FeedFacts;
      /** In the document's order. */
      readonly items: readonly ReadItem[];
      /** What was odd about it, in words. */
      readonly message: string | undefined;
    }
  | UnreadableFeed;

export interface UnreadableFeed {
  readonly kind: 'unreadable';
  readonly reason: NotAFeed['reason'] | 'too-slow' | 'too-large-in-memory';
  readonly message: string;
  /** Feeds that the document points to, where it is a page for people. */
  readonly feedLinks: readonly FeedLink[];
}

export type ReadItem =
  /** As it stood in the last answer. */
  | { readonly kind: 'same'; readonly fingerprint: string }
  | { readonly kind: 'article'; readonly fingerprint: string; readonly article: TaggedArticle }
  | { readonly kind: 'rejected'; readonly reason: string };

export type FactsReading =
  { readonly kind: 'feed'; readonly facts: FeedFacts; readonly items: number } | UnreadableFeed;

/** What a feed says of itself. */
export type FeedFacts = Omit<ParsedFeed, 'kind' | 'charset' | 'description' | 'items'>;

export type TagArticle = (article: Article, source: Source) => TaggedArticle;

/** Bytes → tagged articles. An item that cannot be used is left out and told; it never costs the others. */
export async function readArticles(input: ReadInput, tag: TagArticle): Promise<Reading> {
  const parsed = await parseFeed(input.bytes, { contentType: input.contentType, url: input.url });
  if (parsed.kind !== 'feed') return toUnreadable(parsed);
  const context = { source: input.source, feedUrl: input.url, seenAt: input.seenAt };
  const items = parsed.items.map((item) => readItem(item, context, { known: input.known, tag }));
  return { kind: 'articles', facts: toFacts(parsed), items, message: describeOddities(parsed.tier, items) };
}

/** What a document says of itself, its items only counted. */
export async function readFacts(
  input: Pick<ReadInput, 'bytes' | 'contentType' | 'url'>,
): Promise<FactsReading> {
  const parsed = await parseFeed(input.bytes, { contentType: input.contentType, url: input.url });
  if (parsed.kind !== 'feed') return toUnreadable(parsed);
  return { kind: 'feed', facts: toFacts(parsed), items: parsed.items.length };
}

function readItem(
  item: ParsedItem,
  context: ItemContext,
  { known, tag }: { readonly known: ReadonlySet<string>; readonly tag: TagArticle },
): ReadItem {
  const fingerprint = toFingerprint(item);
  if (known.has(fingerprint)) return { kind: 'same', fingerprint };
  const normalised = normaliseItem(item, context);
  if (normalised.kind === 'rejected') return normalised;
  return { kind: 'article', fingerprint, article: tag(normalised.article, context.source) };
}

/** The same as long as neither the item nor our way of reading it changes. */
function toFingerprint(item: ParsedItem): string {
  const text = `${READING_VERSION}.${LINKER_VERSION} ${JSON.stringify(item)}`;
  return hash('sha1', text, 'base64url').slice(0, FINGERPRINT_CHARS);
}

function toFacts({
  kind: _kind,
  charset: _charset,
  description: _description,
  items: _items,
  ...facts
}: ParsedFeed): FeedFacts {
  return facts;
}

function toUnreadable({ reason, message, feedLinks }: NotAFeed): UnreadableFeed {
  return { kind: 'unreadable', reason, message, feedLinks };
}

const TIER_WORDS: Readonly<Record<ParsedFeed['tier'], string | undefined>> = {
  strict: undefined,
  ordered: undefined,
  repaired: 'The feed is not well-formed and was repaired before it was read.',
  loose: 'The feed is not well-formed and could only be read loosely.',
  salvaged: 'The feed is broken; its items were picked out one by one.',
};

function describeOddities(tier: ParsedFeed['tier'], items: readonly ReadItem[]): string | undefined {
  const rejected = items.flatMap((item) => (item.kind === 'rejected' ? item.reason : []));
  const lines = [
    TIER_WORDS[tier],
    rejected.length > 0 ? `${rejected.length} items were left out; the first: ${rejected[0]}` : undefined,
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? undefined : lines.join(' ');
}
