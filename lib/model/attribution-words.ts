import type { AttributionKind } from './article';

/** How it is known that an article was published elsewhere first; completes "Known because …". */
export const ATTRIBUTION_WORDS: Readonly<Record<AttributionKind, string>> = {
  'canonical-link': 'its page names that address as the original',
  'source-element': 'its feed names the source',
  'appeared-first-on': 'its own last line says so',
  byline: 'its own text says so',
  aggregator: 'its source republishes others',
  'same-text': 'the words are the same and came later',
};
