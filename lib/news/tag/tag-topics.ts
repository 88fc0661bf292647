import type { SourceId } from '@/lib/model/ids';
import { textOfField, type TagField, type TokenTag, type TopicTag } from '@/lib/model/tag';
import type { Topic } from '@/lib/model/topic';
import { createTopicHints } from './topic-hints';
import { toTopicPattern } from './topic-pattern';

const MAX_READ_CHARS = 6_000;
const LEDE_CHARS = 320;
/** A word of the title or the lede speaks for itself; one further down must come back. */
const MIN_MENTIONS: Readonly<Record<TagField, number>> = { title: 1, lede: 1, body: 3 };
const FIELDS = ['title', 'lede', 'body'] as const satisfies readonly TagField[];

/** What the topic tagger reads of an article. */
export interface ArticleOfTopics {
  readonly title: string;
  readonly dek: string | undefined;
  readonly bodyText: string;
  readonly language: string;
  readonly source: { readonly id: SourceId; readonly name: string };
}

/** A token's tag, as far as topics go by it. */
export type TokenOfTopics = Pick<TokenTag, 'tokenId' | 'field' | 'matchedText'>;

/** Makes a tagger of the topics; build it once and keep it until they change. */
export function createTopicTagger(
  topics: readonly Topic[],
): (article: ArticleOfTopics, tokens: readonly TokenOfTopics[]) => readonly TopicTag[] {
  const patterns = topics.map((topic) => toTopicPattern(topic.words));
  const languagesOf = new Map(topics.map(({ id, languages }) => [id, languages]));
  const countHints = createTopicHints(topics.map((topic) => topic.words));
  return (article, tokens) => {
    const found = new Map<number, TopicTag>();
    for (const field of FIELDS) {
      const text = textToSearch(article, field);
      for (const [at, hints] of countHints(text)) {
        const [pattern, topic] = [patterns[at], topics[at]];
        if (!pattern || !topic || found.has(at) || hints < MIN_MENTIONS[field]) continue;
        const matchedText = findMention(text, pattern, MIN_MENTIONS[field]);
        if (matchedText !== undefined) found.set(at, { topicId: topic.id, field, matchedText });
      }
    }
    return topics
      .flatMap((topic, at) => found.get(at) ?? tagByToken(topic, tokens) ?? tagBySource(topic, article) ?? [])
      .filter(({ topicId }) => isInLanguage(article.language, languagesOf.get(topicId)));
  };
}

/** The first mention, where there are at least so many. */
function findMention(text: string, pattern: RegExp, atLeast: number): string | undefined {
  let first: string | undefined;
  let mentions = 0;
  for (const [match] of text.matchAll(pattern)) {
    first ??= match;
    mentions += 1;
    if (mentions === atLeast) return first;
  }
  return undefined;
}

/** An article about one of the topic's tokens belongs to it by that. */
function tagByToken(topic: Topic, tokens: readonly TokenOfTopics[]): TopicTag | undefined {
  const tag = tokens.find(({ tokenId }) => topic.tokenIds.includes(tokenId));
  return tag && { topicId: topic.id, field: tag.field, matchedText: tag.matchedText };
}

/** Some sources write of nothing else. */
function tagBySource(topic: Topic, { source }: ArticleOfTopics): TopicTag | undefined {
  if (!topic.sourceIds.includes(source.id)) return undefined;
  return { topicId: topic.id, field: 'source', matchedText: source.name };
}

/** `pt-BR` is Portuguese. */
function isInLanguage(language: string, wanted: readonly string[] = []): boolean {
  return wanted.length === 0 || wanted.includes(language.split('-')[0]?.toLowerCase() ?? '');
}

function textToSearch(article: ArticleOfTopics, field: TagField): string {
  const isBodysBeginning = field === 'lede' && article.dek === undefined;
  return textOfField(article, field).slice(0, isBodysBeginning ? LEDE_CHARS : MAX_READ_CHARS);
}
