/** Ids are nominal: a token's id is never a bare symbol, a feed's never a source's. */
export type FeedId = number & { readonly __feed: unique symbol };
export type ArticleId = number & { readonly __article: unique symbol };
export type StoryId = number & { readonly __story: unique symbol };
/** A slug such as `panews`. */
export type SourceId = string & { readonly __source: unique symbol };
/** A slug such as `sleepless-ai`. */
export type TokenId = string & { readonly __token: unique symbol };
/** A slug such as `etf`. */
export type TopicId = string & { readonly __topic: unique symbol };

export const VENUE_IDS = ['binance', 'coinbase', 'kraken'] as const;
/** An exchange as a source of quotes. */
export type VenueId = (typeof VENUE_IDS)[number];
