import { countFunctionWords } from './function-words';

const MAX_CHARS_READ = 2_000;
const MIN_LETTERS = 4;
/** Kana among Han: the language is Japanese. */
const MIN_KANA_SHARE = 0.05;
const MIN_SCRIPT_SHARE = 0.3;
/** Function words it takes to contradict a source, and how many times more than in the language it says. */
const MIN_FUNCTION_WORDS = 6;
const CLEARLY_MORE = 2;

/** Scripts that name a language, unless the source writes another one in the same script. */
const SCRIPTS: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/\p{Script=Hangul}/gu, 'ko', []],
  [/\p{Script=Han}/gu, 'zh', []],
  [/\p{Script=Arabic}/gu, 'ar', ['fa', 'ur', 'ps', 'ckb', 'ug']],
  [/\p{Script=Cyrillic}/gu, 'ru', ['uk', 'bg', 'sr', 'mk', 'be', 'kk', 'mn', 'ky', 'tg']],
  [/\p{Script=Hebrew}/gu, 'he', ['yi']],
  [/\p{Script=Greek}/gu, 'el', []],
  [/\p{Script=Thai}/gu, 'th', []],
  [/\p{Script=Devanagari}/gu, 'hi', ['mr', 'ne']],
];
/** Letters that one language of a script has and the one it is taken for has not. */
const TELLING_LETTERS: Readonly<Record<string, { readonly letters: RegExp; readonly language: string }>> = {
  ar: { letters: /[پچژگی]/g, language: 'fa' },
  ru: { letters: /[іїєґ]/gi, language: 'uk' },
};
const MIN_TELLING_SHARE = 0.02;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const NOT_LATIN = new Set(SCRIPTS.flatMap(([, language, others]) => [language, ...others]).concat('ja'));
/** Beyond Latin, its accents and marks of punctuation. */
const OTHER_SCRIPT = /[\u0370-\u1DFF\u2E80-\uD7FF\uF900-\uFFEF]/;

/**
 * The language of a text: by its script where that decides it, by its smallest words where they contradict what
 * the source says, else what the source says.
 * @param declared BCP 47, as the source or the item says it.
 */
export function detectLanguage(text: string, declared: string): string {
  const stated = declared.toLowerCase().split(/[-_]/)[0] ?? declared;
  const read = text.slice(0, MAX_CHARS_READ);
  if (OTHER_SCRIPT.test(read)) {
    const byScript = detectByScript(read, stated);
    if (byScript !== undefined) return byScript;
  }
  if (!/\p{L}{2}/u.test(read)) return stated;
  // A Chinese source's English item is not Chinese.
  return detectByWords(read, NOT_LATIN.has(stated) ? 'en' : stated);
}

function detectByScript(read: string, stated: string): string | undefined {
  const letters = [...read.matchAll(/\p{L}/gu)].join('');
  const share = (script: RegExp) => [...letters.matchAll(script)].length / letters.length;
  if (letters.length < MIN_LETTERS) return stated;
  const kana = share(KANA);
  if (kana >= MIN_KANA_SHARE && kana + share(/\p{Script=Han}/gu) >= MIN_SCRIPT_SHARE) return 'ja';
  for (const [script, language, others] of SCRIPTS) {
    if (share(script) < MIN_SCRIPT_SHARE) continue;
    if (others.includes(stated)) return stated;
    const told = TELLING_LETTERS[language];
    return told && share(told.letters) >= MIN_TELLING_SHARE ? told.language : language;
  }
  return undefined;
}

function detectByWords(read: string, stated: string): string {
  const counts = countFunctionWords(read);
  const [language, most] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
  const own = counts.get(stated);
  // A language whose words are not known here is believed.
  if (own === undefined || most < MIN_FUNCTION_WORDS || most < CLEARLY_MORE * Math.max(1, own)) return stated;
  return language;
}
