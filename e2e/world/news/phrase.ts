import type { Chance } from '@/e2e/world/chance';

const CHOICE = /\[([^[\]]*)\]/g;
const FACT = /\{(\w+)(?::(\w+))?\}/g;
/** "a" before a name that begins with a vowel, or before eight, eleven and eighteen. */
const LONE_A = /\b([Aa]) (?=[AIO][a-z]|E(?!u)[a-z]|(?:8\d?|11|18)\b)/g;
/** Some names bring an article of their own. */
const TWICE_THE = /\b([Tt]he) The\b/g;
const NAME_AND_SYMBOL = /(\{token\}) ?[(（]\{sym\}[)）]/g;
const SENTENCE_START = /(^|[.!?]\s+)(\p{Ll})/gu;

/** The text of a fact, by name and, where the words ask for one, form (`th`: as an ordinal). */
export type FactText = (name: string, form: string | undefined) => string;

/** Turns words into a sentence: each `[a|b]` is decided, each `{fact}` put in, each sentence begun with a capital. */
export function phrase(words: string, chance: Chance, factText: FactText): string {
  return words
    .replace(NAME_AND_SYMBOL, (both, name: string) => (hasOwnName(factText) ? both : name))
    .replace(CHOICE, (_, choices: string) => chance.pick(choices.split('|')))
    .replace(FACT, (_, name: string, form: string | undefined) => factText(name, form))
    .replace(LONE_A, '$1n ')
    .replace(TWICE_THE, '$1')
    .replace(SENTENCE_START, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** XRP is called XRP: nobody writes it twice. */
function hasOwnName(factText: FactText): boolean {
  return factText('token', undefined) !== factText('sym', undefined);
}
