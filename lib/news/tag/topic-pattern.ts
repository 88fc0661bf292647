/** What may not stand beside a Latin word; a Chinese character may: "ETF获批". */
const LATIN = String.raw`[\p{Script=Latin}\p{N}]`;
/** Endings and Arabic prefixes are written on to the word. */
const INFLECTED = /[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}]/u;
const WRITTEN_WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** How a topic's word may stand in a text. */
export type TopicWordKind = 'whole' | 'anywhere' | 'inflected';

export function kindOfWord(word: string): TopicWordKind {
  if (WRITTEN_WITHOUT_BLANKS.test(word)) return 'anywhere';
  return INFLECTED.test(word) ? 'inflected' : 'whole';
}

/** Lower-case words in any case, others as written; whole words, save in scripts that run words together. */
export function toTopicPattern(words: readonly string[]): RegExp | undefined {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const ofKind = (kind: TopicWordKind) => longestFirst.filter((word) => kindOfWord(word) === kind);
  const [whole, anywhere, inflected] = [ofKind('whole'), ofKind('anywhere'), ofKind('inflected')];
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
