import type { SourceId, TokenId, TopicId } from './ids';

/** A subject a visitor follows. Its rules are data. */
export interface Topic {
  readonly id: TopicId;
  readonly name: string;
  readonly description: string;
  /** Whole words or phrases of any script. In lower case they match in any case, with capitals only as written. */
  readonly words: readonly string[];
  /** Tokens whose tag puts an article here. */
  readonly tokenIds: readonly TokenId[];
  /** Sources whose articles belong here whatever they say. */
  readonly sourceIds: readonly SourceId[];
  /** Limits it to articles in these, `en` or `zh`; none means all. */
  readonly languages: readonly string[];
}

/** What an operator may change of a topic; what undoing an edit puts back. */
export interface TopicSettings extends Omit<Topic, 'id'> {
  /** When an operator last changed it; the catalogue's next edition leaves such a topic alone. */
  readonly editedAt: Date | undefined;
}

/** The same as the fields of a form: lists are lines. */
export interface TopicDraft {
  readonly name: string;
  readonly description: string;
  readonly words: string;
  readonly tokenIds: string;
  readonly sourceIds: string;
  readonly languages: string;
}

export function toTopicDraft(topic: Omit<TopicSettings, 'editedAt'>): TopicDraft {
  const { name, description, words, tokenIds, sourceIds, languages } = topic;
  return {
    name,
    description,
    words: words.join('\n'),
    tokenIds: tokenIds.join('\n'),
    sourceIds: sourceIds.join('\n'),
    languages: languages.join(' '),
  };
}
