import type { TokenId, TopicId } from './ids';

/** A subject a visitor follows. Its rules are data. */
export interface Topic {
  readonly id: TopicId;
  readonly name: string;
  readonly description: string;
  /** Whole words or phrases of any script. In lower case they match in any case, with capitals only as written. */
  readonly words: readonly string[];
  /** Tokens whose tag puts an article here. */
  readonly tokenIds: readonly TokenId[];
}
