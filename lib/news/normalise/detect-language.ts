const MAX_LETTERS_READ = 2_000;
const MIN_LETTERS = 4;
/** Kana among Han: the language is Japanese. */
const MIN_KANA_SHARE = 0.05;
const MIN_SCRIPT_SHARE = 0.3;

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
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const NOT_LATIN = new Set(SCRIPTS.flatMap(([, language, others]) => [language, ...others]).concat('ja'));

/**
 * The language of a text: by its script where that decides it, else what the source says.
 * @param declared BCP 47, as the source or the item says it.
 */
export function detectLanguage(text: string, declared: string): string {
  const stated = declared.toLowerCase().split(/[-_]/)[0] ?? declared;
  const letters = (text.slice(0, MAX_LETTERS_READ).match(/\p{L}/gu) ?? []).join('');
  if (letters.length < MIN_LETTERS) return stated;
  const share = (script: RegExp) => (letters.match(script)?.length ?? 0) / letters.length;
  const kana = share(KANA);
  if (kana >= MIN_KANA_SHARE && kana + share(/\p{Script=Han}/gu) >= MIN_SCRIPT_SHARE) return 'ja';
  for (const [script, language, others] of SCRIPTS) {
    if (share(script) >= MIN_SCRIPT_SHARE) return others.includes(stated) ? stated : language;
  }
  // A Chinese source's English item is not Chinese.
  return NOT_LATIN.has(stated) ? 'en' : stated;
}
