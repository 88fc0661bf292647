import { textOfField, type TagField, type TokenTag, type TopicTag } from '@/lib/model/tag';
import type { Topic } from '@/lib/model/topic';

const MAX_READ_CHARS = 6_000;
const LEDE_CHARS = 320;
/** A word of the title or the lede speaks for itself; one further down must come back. */
const MIN_BODY_MENTIONS = 3;
const FIELDS = ['title', 'lede', 'body'] as const satisfies readonly TagField[];
/** What may not stand beside a Latin word; a Chinese character may: "ETF获批". */
const LATIN = String.raw`[\p{Script=Latin}\p{N}]`;
/** Endings and Arabic prefixes are written on to the word. */
const INFLECTED = /[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}]/u;
const WRITTEN_WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** What the topic tagger reads of an article. */
export interface ArticleOfTopics {
  readonly title: string;
  readonly dek: string | undefined;
  readonly bodyText: string;
}

/** Makes a tagger of the topics; build it once and keep it until they change. */
export function createTopicTagger(
  topics: readonly Topic[],
): (article: ArticleOfTopics, tokens: readonly TokenTag[]) => readonly TopicTag[] {
  const patterns = topics.map((topic) => ({ topic, pattern: toPattern(topic.words) }));
  return (article, tokens) =>
    patterns.flatMap(({ topic, pattern }) => {
      const tag = tagByWord(article, pattern, topic) ?? tagByToken(topic, tokens);
      return tag ? [tag] : [];
    });
}

function tagByWord(
  article: ArticleOfTopics,
  pattern: RegExp | undefined,
  topic: Topic,
): TopicTag | undefined {
  if (!pattern) return undefined;
  for (const field of FIELDS) {
    const matches = Array.from(textToSearch(article, field).matchAll(pattern), ([match]) => match);
    const [matchedText] = matches;
    if (matchedText === undefined || (field === 'body' && matches.length < MIN_BODY_MENTIONS)) continue;
    return { topicId: topic.id, field, matchedText };
  }
  return undefined;
}

/** An article about one of the topic's tokens belongs to it by that. */
function tagByToken(topic: Topic, tokens: readonly TokenTag[]): TopicTag | undefined {
  const tag = tokens.find(({ tokenId }) => topic.tokenIds.includes(tokenId));
  return tag && { topicId: topic.id, field: tag.field, matchedText: tag.matchedText };
}

function textToSearch(article: ArticleOfTopics, field: TagField): string {
  const isBodysBeginning = field === 'lede' && article.dek === undefined;
  return textOfField(article, field).slice(0, isBodysBeginning ? LEDE_CHARS : MAX_READ_CHARS);
}

/** Lower-case words in any case, others as written; whole words, save in scripts that run words together. */
function toPattern(words: readonly string[]): RegExp | undefined {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const anywhere = longestFirst.filter((word) => WRITTEN_WITHOUT_BLANKS.test(word));
  const inflected = longestFirst.filter((word) => INFLECTED.test(word));
  const whole = longestFirst.filter((word) => !anywhere.includes(word) && !inflected.includes(word));
  const parts = [
    ...(whole.length > 0 ? [String.raw`(?<!${LATIN})(?:${spellAll(whole)})(?!${LATIN})`] : []),
    ...(anywhere.length > 0 ? [spellAll(anywhere)] : []),
    ...(inflected.length > 0
      ? [String.raw`(?<!\p{L})[وفبلك]{0,2}(?:ال)?(?:${spellAll(inflected)})\p{L}{0,4}(?!\p{L})`]
      : []),
  ];
  return parts.length === 0 ? undefined : new RegExp(parts.join('|'), 'gu');
}

function spellAll(words: readonly string[]): string {
  return words
    .map((word) => [...word].map(word === word.toLowerCase() ? inAnyCase : escape).join(''))
    .join('|');
}

function inAnyCase(letter: string): string {
  const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
  return lower === upper || [...upper].length > 1 ? escape(letter) : `[${lower}${upper}]`;
}

function escape(letter: string): string {
  if (letter === ' ') return String.raw`\s+`;
  return /[\^$\\.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter;
}
