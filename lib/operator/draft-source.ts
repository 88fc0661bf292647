import { toHttpUrl } from '@/lib/core/url';
import type { TaggedArticle } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { SourceDraft } from '@/lib/model/feed-preview';
import type { SourceId } from '@/lib/model/ids';
import type { FeedLook, FoundFeed } from '@/lib/news/preview';
import { nameSource } from './name-source';

/** From this share of items on, a feed that credits others is an aggregator. */
const AGGREGATOR_SHARE = 0.4;
const CRYPTO_SHARE = 0.6;

/** What a new source would be called and counted as, guessed from its feed. */
export function draftSource({ facts, url, articles }: Extract<FeedLook, { kind: 'feed' }>): SourceDraft {
  return {
    name: nameSource(facts.title, url),
    siteUrl: siteUrlOf({ facts, url }),
    language:
      mostCommon(articles.map((article) => article.language)) ?? primaryLanguage(facts.language) ?? 'en',
    country: '',
    kind:
      shareOf(articles, (article) => article.attribution !== undefined) >= AGGREGATOR_SHARE
        ? 'aggregator'
        : 'newsroom',
    cryptoOnly: shareOf(articles, isAboutCrypto) >= CRYPTO_SHARE,
  };
}

/** A stand-in to read the items by until the operator has said who publishes them. */
export function provisionalSource(found: FoundFeed): Source {
  return {
    id: 'preview' as SourceId,
    name: nameSource(found.facts.title, found.url),
    siteUrl: siteUrlOf(found),
    language: primaryLanguage(found.facts.language) ?? 'en',
    country: undefined,
    kind: 'newsroom',
    cryptoOnly: false,
  };
}

function siteUrlOf({ facts, url }: Pick<FoundFeed, 'facts' | 'url'>): string {
  const named = facts.link === undefined ? undefined : toHttpUrl(facts.link, url);
  return named?.href ?? new URL('/', url).href;
}

function primaryLanguage(tag: string | undefined): string | undefined {
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(tag ?? '')?.[0].toLowerCase();
}

function isAboutCrypto(article: TaggedArticle): boolean {
  return article.tokens.length > 0 || article.topics.length > 0;
}

function shareOf<T>(all: readonly T[], fits: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(fits).length / all.length;
}

function mostCommon(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
