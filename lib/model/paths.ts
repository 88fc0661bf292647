import type { ArticleId, SourceId, StoryId, TokenId, TopicId } from './ids';

const TRAILING_ID = /(?:^|-)(\d{1,15})$/;

/** Addresses inside the desk. Articles and stories end in their id, so a changed title breaks no link. */
export function articlePath(article: { readonly id: ArticleId; readonly slug: string }): string {
  return `/article/${withId(article.slug, article.id)}`;
}

export function storyPath(story: { readonly id: StoryId; readonly slug: string }): string {
  return `/story/${withId(story.slug, story.id)}`;
}

export function tokenPath(id: TokenId): string {
  return `/token/${encodeURIComponent(id)}`;
}

/** Where on an article's page a token's card stands. */
export function tokenCardId(id: TokenId): string {
  return `token-${id}`;
}

export function topicPath(id: TopicId): string {
  return `/topic/${encodeURIComponent(id)}`;
}

export function topicFeedPath(id: TopicId): string {
  return `${topicPath(id)}/feed.xml`;
}

export function sourcePath(id: SourceId): string {
  return `/source/${encodeURIComponent(id)}`;
}

/** The id at the end of an article's or story's address; `undefined` where there is none. */
export function trailingId(segment: string): number | undefined {
  const digits = TRAILING_ID.exec(segment)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function withId(slug: string, id: number): string {
  return encodeURIComponent(slug === '' ? String(id) : `${slug}-${id}`);
}
