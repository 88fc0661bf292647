import type { Headline, StoryHeadline } from '@/lib/model/headline';
import { articlePath, storyPath } from '@/lib/model/paths';

/** A story as a program reads it: moments in ISO 8601, paths on this desk, unknown as null. */
export function toStoryJson(story: StoryHeadline) {
  return {
    id: story.id,
    path: storyPath(story),
    lastArticleAt: story.lastArticleAt.toISOString(),
    publishers: story.publisherCount,
    reposts: story.repostCount,
    lead: toArticleJson(story.lead),
    reports: story.reports.map(toArticleJson),
    tokens: story.tokens.map(({ id, symbol, name }) => ({ id, symbol, name })),
  };
}

function toArticleJson(article: Headline) {
  return {
    id: article.id,
    path: articlePath(article),
    title: article.title,
    dek: article.dek ?? null,
    language: article.language,
    source: { id: article.source.id, name: article.source.name },
    claimedAt: article.claimedAt?.toISOString() ?? null,
    firstSeenAt: article.firstSeenAt.toISOString(),
  };
}
