import type { ParsedFeed } from '@/lib/model/parsed-feed';

/** What the formats' readers find in a document; how it was found is added by who called them. */
export type FeedContent = Omit<ParsedFeed, 'kind' | 'format' | 'tier' | 'charset'>;
