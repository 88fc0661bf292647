/** A feed as its document says it, before any of it is cleaned or believed. */
export interface ParsedFeed {
  readonly kind: 'feed';
  readonly format: 'rss' | 'rdf' | 'atom' | 'json';
  /** How hard it was to read, see {@link PARSE_TIERS}. */
  readonly tier: ParseTier;
  /** What the bytes were decoded as. */
  readonly charset: string;
  /** What the feed calls itself, whatever its address (Atom). */
  readonly id: string | undefined;
  readonly title: string | undefined;
  /** The site the feed belongs to. */
  readonly link: string | undefined;
  /** The feed's own address, as it gives it. */
  readonly selfLink: string | undefined;
  readonly description: string | undefined;
  readonly language: string | undefined;
  /** When it says it was published and changed as a whole; for its items that says nothing. */
  readonly published: Date | undefined;
  readonly updated: Date | undefined;
  /** How long it asks to be left alone, by `<ttl>` or `sy:updatePeriod`. */
  readonly announcedIntervalSeconds: number | undefined;
  /** WebSub hubs it names, in its order. */
  readonly hubs: readonly string[];
  readonly items: readonly ParsedItem[];
}

export const PARSE_TIERS = ['strict', 'ordered', 'repaired', 'loose', 'salvaged'] as const;
/**
 * `strict`: well-formed; `ordered`: well-formed with markup standing open in its text, read a second time to keep
 * its order; `repaired`: not well-formed, made so first; `loose`: read by a forgiving reader; `salvaged`: item by
 * item, whatever could be had.
 */
export type ParseTier = (typeof PARSE_TIERS)[number];

export interface ParsedItem {
  /** The item's own id (`guid`, `id`, `rdf:about`). */
  readonly guid: string | undefined;
  /** The id is said to be the item's address. */
  readonly guidIsPermalink: boolean;
  readonly link: string | undefined;
  /** The publisher's address where `link` is a counter's. */
  readonly originalLink: string | undefined;
  /** May hold markup and entities. */
  readonly title: string | undefined;
  /** When it says it was published, else changed; `undefined` where missing or unreadable. */
  readonly date: Date | undefined;
  /** The date as written. */
  readonly dateText: string | undefined;
  readonly updated: Date | undefined;
  readonly authors: readonly string[];
  /** HTML. */
  readonly summary: string | undefined;
  /** HTML. */
  readonly content: string | undefined;
  readonly categories: readonly string[];
  readonly image: string | undefined;
  readonly enclosures: readonly ParsedEnclosure[];
  /** The feed or site the item was taken from, where it says so. */
  readonly source: ParsedSource | undefined;
  readonly language: string | undefined;
}

export interface ParsedEnclosure {
  readonly url: string;
  readonly type: string | undefined;
  /** Bytes, as claimed. */
  readonly length: number | undefined;
}

export interface ParsedSource {
  readonly name: string | undefined;
  readonly url: string | undefined;
}

/** The bytes hold no feed; says what they hold instead. */
export interface NotAFeed {
  readonly kind: 'not-a-feed';
  readonly reason: 'empty' | 'html' | 'json' | 'other-xml' | 'text' | 'damaged';
  /** A sentence for an operator. */
  readonly message: string;
  /** Feeds an HTML page points to. */
  readonly feedLinks: readonly FeedLink[];
}

export interface FeedLink {
  readonly url: string;
  readonly title: string | undefined;
}
