/** The small words a text of a language cannot do without, chosen so that few are a word of another one. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to is that with for was as are this from by be has have will its which after their been said would',
  de: 'der die und das ist den von mit für auf ein eine nicht dem des sich auch werden wird bei nach einem aus zum',
  es: 'el los las del una para que por con su más como según este esta sus también fue sobre entre y pero ha al',
  fr: 'le les des est une dans pour que du sur qui par plus avec au ce cette aux son ont sont été ses ainsi et',
  it: 'il di che della per una con dei gli sono del nel alla più anche delle ha è dal questo secondo come non',
  pt: 'os não das uma para com dos que mais foi sua seu pela pelo ao também está são como e na no em',
  nl: 'het een van zijn voor met niet aan ook bij naar wordt deze dat heeft als maar door uit worden de',
  tr: 've bir bu için ile olarak daha olan çok gibi ancak göre kadar sonra oldu ise da de en yeni',
  pl: 'się nie jest oraz że dla przez przy jak ale od które który tym będzie może ich po zostało już',
  id: 'yang dan dengan untuk pada dari ini dalam tidak akan juga oleh telah itu adalah karena sebagai bahwa',
  vi: 'và của là các được cho với trong một đã không này những có khi từ đến người sẽ vào',
};

const LANGUAGES = Object.keys(FUNCTION_WORDS);
const LANGUAGES_BY_WORD = indexWords();

/** How many of a text's words are function words of each known language. */
export function countFunctionWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map(LANGUAGES.map((language) => [language, 0]));
  for (const word of text.toLowerCase().split(/[^\p{L}\p{M}]+/u)) {
    for (const language of LANGUAGES_BY_WORD.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
}

function indexWords(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
    for (const word of words.split(' ')) index.set(word, [...(index.get(word) ?? []), language]);
  }
  return index;
}
