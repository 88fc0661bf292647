import type { TaggedArticle } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { NewsEvent } from '@/lib/model/news-event';
import type { Placement } from '@/lib/model/placement';

/** What readers with an open page are told of an article just stored. */
export function toNewsEvent({
  article,
  stored,
  placement,
  source,
}: {
  readonly article: TaggedArticle;
  readonly stored: { readonly articleId: ArticleId; readonly storyId: StoryId; readonly slug: string };
  readonly placement: Placement;
  readonly source: Source;
}): NewsEvent {
  return {
    articleId: stored.articleId,
    storyId: stored.storyId,
    slug: stored.slug,
    repost: placement.kind === 'joins' && placement.relation === 'repost',
    opensStory: placement.kind === 'opens',
    title: article.title,
    sourceId: source.id,
    sourceName: source.name,
    language: article.language,
    tokenIds: article.tokens.map((tag) => tag.tokenId),
    topicIds: article.topics.map((tag) => tag.topicId),
    claimedAt: article.claimedAt,
    firstSeenAt: article.firstSeenAt,
  };
}
