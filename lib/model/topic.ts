import type { TokenId, TopicId } from './ids';

/** A subject a visitor follows. Its rules are data. */
export interface Topic {
  readonly id: TopicId;
  readonly name: string;
  readonly description: string;
  /** Whole words or phrases, in any script; matched without regard to case unless all upper case. */
  readonly words: readonly string[];
  /** Tokens whose tag puts an article here. */
  readonly tokenIds: readonly TokenId[];
}
