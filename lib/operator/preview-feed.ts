import { feedByUrl } from '@/db/queries/feed-by-url';
import { sourceBySite } from '@/db/queries/source-by-site';
import { tokenNames } from '@/db/queries/token-names';
import type { TaggedArticle } from '@/lib/model/article';
import type { FeedPreview, PreviewArticle } from '@/lib/model/feed-preview';
import { previewFeed as lookAtFeed, type FeedLook, type FoundFeed } from '@/lib/news/preview';
import { newsReader } from '@/lib/news/reader';
import { processHttp, type Http } from '@/lib/system/http';
import { draftSource, provisionalSource } from './draft-source';
import { explainAddress } from './explain-address';
import { toFeedAddress } from './feed-address';
import { remarkOnFeed } from './remark-on-feed';

const MAX_ARTICLES = 12;
const EXCERPT_CHARS = 220;
const NO_ADDRESS = 'Type the address of a feed, or of the site whose feed you look for.';
const EXAMPLE = 'A feed’s address looks like https://outlet.example/feed or outlet.example/rss.xml.';

/** Looks at an address for an operator: what the desk would make of it, or in words why nothing. Stores nothing. */
export async function previewFeed(
  input: string,
  now: Date,
  http: Http = processHttp(),
): Promise<FeedPreview> {
  const url = toFeedAddress(input);
  if (url === undefined) {
    const message = input.trim() === '' ? NO_ADDRESS : `${explainAddress(input)} ${EXAMPLE}`;
    return { kind: 'refused', url: input, message };
  }
  const look = await lookAtFeed(url, { http, now, reader: await newsReader(), sourceFor });
  if (look.kind === 'refused') return { ...look, url };
  return look.kind === 'page' ? look : describe(look, url, now);
}

async function sourceFor(found: FoundFeed) {
  return (await findExisting(found)) ?? provisionalSource(found);
}

/** By the site the feed names, else by where it lies. */
async function findExisting({ facts, url }: FoundFeed) {
  for (const address of [facts.link, url]) {
    const source = address === undefined ? undefined : await sourceBySite(address);
    if (source) return source;
  }
  return undefined;
}

async function describe(look: FeedSeen, askedUrl: string, now: Date): Promise<FeedPreview> {
  const url = look.movedTo ?? askedUrl;
  const [known, existing] = await Promise.all([feedByUrl(url), findExisting(look)]);
  const newestFirst = look.articles.toSorted((one, other) => timeOf(other) - timeOf(one));
  return {
    kind: 'feed',
    url,
    title: look.facts.title,
    format: look.facts.format,
    items: look.items,
    articles: await toPreviewArticles(newestFirst.slice(0, MAX_ARTICLES)),
    remarks: remarkOnFeed(look, { askedUrl, url, now }),
    known,
    existingSource: existing && { id: existing.id, name: existing.name },
    draft: draftSource(look),
  };
}

async function toPreviewArticles(articles: readonly TaggedArticle[]): Promise<PreviewArticle[]> {
  const names = await tokenNames(articles.flatMap((article) => article.tokens.map((tag) => tag.tokenId)));
  return articles.map((article) => ({
    title: article.title,
    url: article.canonicalUrl,
    language: article.language,
    excerpt: toExcerpt(article.dek ?? article.bodyText),
    claimedAt: article.claimedAt,
    tokens: article.tokens.map(({ tokenId, role, matchedText }) => {
      const { symbol = tokenId, name = tokenId } = names.get(tokenId) ?? {};
      return { id: tokenId, symbol, name, isPrimary: role === 'primary', matchedText };
    }),
  }));
}

function toExcerpt(text: string): string | undefined {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= EXCERPT_CHARS) return flat === '' ? undefined : flat;
  return `${flat.slice(0, EXCERPT_CHARS).replace(/\s+\S*$/, '')}…`;
}

function timeOf(article: TaggedArticle): number {
  return (article.claimedAt ?? article.firstSeenAt).getTime();
}

type FeedSeen = Extract<FeedLook, { kind: 'feed' }>;
