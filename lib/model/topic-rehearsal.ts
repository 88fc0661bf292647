import type { ArticleId, SourceId, TokenId } from './ids';
import type { TagField, TopicTag } from './tag';

/** An article as it is looked at to decide whether it belongs to a topic. */
export interface ArticleToFile {
  readonly id: ArticleId;
  readonly slug: string;
  readonly title: string;
  readonly dek: string | undefined;
  readonly bodyText: string;
  readonly language: string;
  readonly at: Date;
  readonly source: { readonly id: SourceId; readonly name: string };
  readonly tokens: readonly {
    readonly tokenId: TokenId;
    readonly field: TagField;
    readonly matchedText: string;
  }[];
  /** It belongs to the topic as things stand. */
  readonly isFiled: boolean;
}

/** What a topic's rules would change among the articles of the last days. */
export interface TopicRehearsal {
  readonly articlesRead: number;
  readonly staying: number;
  /** The newest come first. */
  readonly entering: readonly (RehearsedArticle & { readonly tag: TopicTag })[];
  readonly leaving: readonly RehearsedArticle[];
}

export type RehearsedArticle = Pick<ArticleToFile, 'id' | 'slug' | 'title' | 'language' | 'at' | 'source'>;
