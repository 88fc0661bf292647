import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { articlePages, articles, articleTokens, articleTopics, stories } from '@/db/schema/articles';
import { feeds, sources } from '@/db/schema/feeds';
import { tokenQuotes } from '@/db/schema/market';
import { tokens, topics } from '@/db/schema/tokens';
import { database } from '@/db/client';
import type { Attribution } from '@/lib/model/article';
import type { FullTextMode } from '@/lib/model/feed';
import type { Headline, MentionedToken, TopicLabel } from '@/lib/model/headline';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { headlineColumns, toHeadline } from './select-headline';
import { toTagReason } from './select-tag-reason';
import { pricedTokenColumns, toPricedToken } from './select-token';

/** An article with everything its own page says. */
export interface ArticlePage extends Headline {
  readonly url: string;
  readonly canonicalUrl: string;
  readonly siteUrl: string;
  readonly bodyHtml: string | undefined;
  readonly bodyText: string;
  /** How much of it readers are shown, by the choice made for its feed. */
  readonly fullText: {
    readonly mode: FullTextMode;
    readonly excerptChars: number;
    /** Its own page, where that was fetched and held a text. */
    readonly page: { readonly bodyHtml: string; readonly bodyText: string } | undefined;
  };
  readonly author: string | undefined;
  readonly claimClamped: boolean;
  readonly revisedAt: Date | undefined;
  readonly attribution: Attribution | undefined;
  /** The article it copies, where the desk has it. */
  readonly original: (Headline & { readonly url: string }) | undefined;
  readonly story: { readonly id: StoryId; readonly slug: string; readonly publisherCount: number };
  readonly tokens: readonly MentionedToken[];
  readonly topics: readonly TopicLabel[];
}

/** One visible article; `undefined` where there is none, or it was taken down. */
export async function readArticle(id: ArticleId): Promise<ArticlePage | undefined> {
  const [row] = await database()
    .select({
      headline: headlineColumns,
      siteUrl: sources.siteUrl,
      article: articles,
      story: stories,
      mode: feeds.fullText,
      excerptChars: feeds.excerptChars,
      page: { bodyHtml: articlePages.bodyHtml, bodyText: articlePages.bodyText },
    })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .innerJoin(feeds, eq(feeds.id, articles.feedId))
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .leftJoin(articlePages, eq(articlePages.articleId, articles.id))
    .where(and(eq(articles.id, id), isNull(articles.hiddenAt)));
  if (!row) return undefined;
  const { article } = row;
  const [original, taggedTokens, topicLabels] = await Promise.all([
    article.repostOfId === null ? undefined : readOriginal(article.repostOfId),
    readTaggedTokens(article),
    readTopicLabels(id),
  ]);
  return {
    ...toHeadline(row.headline),
    url: article.url,
    canonicalUrl: article.canonicalUrl,
    siteUrl: row.siteUrl,
    bodyHtml: article.bodyHtml ?? undefined,
    bodyText: article.bodyText,
    fullText: { mode: row.mode, excerptChars: row.excerptChars, page: toPage(row.page) },
    author: article.author ?? undefined,
    claimClamped: article.claimClamped,
    revisedAt: article.revisedAt ?? undefined,
    attribution: article.attribution ?? undefined,
    original,
    story: row.story,
    tokens: taggedTokens,
    topics: topicLabels,
  };
}

function toPage(page: Pick<PageRow, 'bodyHtml' | 'bodyText'> | null): ArticlePage['fullText']['page'] {
  if (!page || page.bodyHtml === null || page.bodyText === null) return undefined;
  return { bodyHtml: page.bodyHtml, bodyText: page.bodyText };
}

async function readOriginal(id: ArticleId): Promise<ArticlePage['original']> {
  const [row] = await database()
    .select({ url: articles.url, ...headlineColumns })
    .from(articles)
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .where(and(eq(articles.id, id), isNull(articles.hiddenAt)));
  return row && { ...toHeadline(row), url: row.url };
}

async function readTaggedTokens({ id, slug }: MentionedToken['article']): Promise<readonly MentionedToken[]> {
  const rows = await database()
    .select({ tag: articleTokens, ...pricedTokenColumns })
    .from(articleTokens)
    .innerJoin(tokens, eq(tokens.id, articleTokens.tokenId))
    .leftJoin(tokenQuotes, eq(tokenQuotes.tokenId, tokens.id))
    .where(eq(articleTokens.articleId, id))
    .orderBy(desc(sql`${articleTokens.role} = 'primary'`), desc(articleTokens.score));
  return rows.map((row) => ({ ...toPricedToken(row), why: toTagReason(row.tag), article: { id, slug } }));
}

async function readTopicLabels(id: ArticleId): Promise<readonly TopicLabel[]> {
  return database()
    .select({ id: topics.id, name: topics.name })
    .from(articleTopics)
    .innerJoin(topics, eq(topics.id, articleTopics.topicId))
    .where(eq(articleTopics.articleId, id))
    .orderBy(topics.position);
}

type PageRow = typeof articlePages.$inferSelect;
