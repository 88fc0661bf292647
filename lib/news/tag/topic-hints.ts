import { kindOfWord } from './topic-pattern';

const LATIN_RUN = /[\p{Script=Latin}\p{N}]+/gu;
/** Past Latin and general punctuation: most texts have none of it. */
const OTHER_SCRIPT = /[^\u0000-\u02ff\u2000-\u2fff]/gu;

/**
 * Patterns are searched for only where they can stand: every mention of a topic holds one of its hints, which is a run
 * of Latin letters and digits by itself, two such runs in a row, or a character of another script. One pass over a text
 * counts those of all topics.
 * @returns for a text, how many hints it holds of each topic, by the topic's place. Mentions are never more.
 */
export function createTopicHints(
  topics: readonly (readonly string[])[],
): (text: string) => ReadonlyMap<number, number> {
  const hints: Hints = { topics: new Map(), beginnings: new Set() };
  for (const [topic, words] of topics.entries()) {
    for (const hint of new Set(words.map(toHint))) {
      hints.topics.set(hint, [...(hints.topics.get(hint) ?? []), topic]);
      const [beginning = '', next] = hint.split(' ');
      if (next !== undefined) hints.beginnings.add(beginning);
    }
  }
  return (text) => {
    const counts = new Map<number, number>();
    countRuns(text, hints, counts);
    for (const character of text.match(OTHER_SCRIPT) ?? []) count(character.toLowerCase(), hints, counts);
    return counts;
  };
}

function countRuns(text: string, hints: Hints, counts: Map<number, number>): void {
  let before = '';
  for (const run of text.match(LATIN_RUN) ?? []) {
    const lower = run.toLowerCase();
    count(lower, hints, counts);
    if (lower !== run) count(run, hints, counts);
    if (hints.beginnings.has(before)) count(`${before} ${lower}`, hints, counts);
    before = lower;
  }
}

function count(hint: string, { topics }: Hints, counts: Map<number, number>): void {
  const hinted = topics.get(hint);
  if (!hinted) return;
  for (const topic of hinted) counts.set(topic, (counts.get(topic) ?? 0) + 1);
}

/** Words with capitals count as they are written, others in any case. */
function toHint(word: string): string {
  const pieces = word.match(kindOfWord(word) === 'whole' ? LATIN_RUN : OTHER_SCRIPT) ?? [];
  const [first = '', second] = pieces;
  if (kindOfWord(word) !== 'whole') return first.toLowerCase();
  return second === undefined ? first : `${first} ${second}`.toLowerCase();
}

interface Hints {
  readonly topics: Map<string, readonly number[]>;
  /** First runs of those hints that are two. */
  readonly beginnings: Set<string>;
}
