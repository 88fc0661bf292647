import type { ArticleId, SourceId, StoryId, TokenId, TopicId } from './ids';

/** An article has been stored; readers with an open page may want to know. */
export interface NewsEvent {
  readonly articleId: ArticleId;
  readonly storyId: StoryId;
  /** A copy of an article we already have: it joins the story, it is no new one. */
  readonly repost: boolean;
  /** The first article of its story. */
  readonly opensStory: boolean;
  readonly slug: string;
  readonly title: string;
  readonly sourceId: SourceId;
  readonly sourceName: string;
  readonly language: string;
  readonly tokenIds: readonly TokenId[];
  readonly topicIds: readonly TopicId[];
  readonly claimedAt: Date | undefined;
  readonly firstSeenAt: Date;
}
