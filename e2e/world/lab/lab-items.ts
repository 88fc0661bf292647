import { itemPath, type Item } from '@/e2e/world/news/item';
import type { Language, Outlet } from '@/e2e/world/news/outlets';

interface Words {
  readonly who: readonly string[];
  readonly what: readonly string[];
  readonly where: readonly string[];
  readonly sentence: (who: string, what: string, where: string) => string;
  readonly text: (title: string) => string;
}

const ENGLISH: Words = {
  who: [
    ...['Harbour pilots', 'Lighthouse keepers', 'Ferry captains', 'Salt merchants', 'Night porters'],
    ...['Bridge wardens', 'Orchard growers', 'Clock makers', 'Tram drivers', 'Beekeepers', 'Lock keepers'],
    'Rope makers',
  ],
  what: [
    ...['vote on a shared ledger for mooring fees', 'settle their wages in a stablecoin for one season'],
    ...['publish proof of their reserves every evening', 'move their savings to cold storage'],
    ...['ask the council to accept payments on chain', 'test a wallet that works without a network'],
    ...['put last year’s harvest into a token', 'close the bridge that held their deposits'],
    ...['publish the code of their fee calculator', 'count who still mines at night'],
    ...['agree on one key for five signatures', 'write down what an outage cost them'],
  ],
  where: [
    ...['Norrvik', 'Castelmar', 'Brennhaven', 'Ostrovo Bay', 'Tidewell', 'Marrowgate', 'Selkmouth'],
    ...['Oldenquay', 'Farrowby', 'Lindenstrand', 'Pellmarsh', 'Greywater', 'Quillhaven', 'Vintersund'],
  ],
  sentence: (who, what, where) => `${who} in ${where} ${what}`,
  text: (title) =>
    `${title}. The decision follows a long winter of meetings, and the first report is due before the summer.`,
};

const GERMAN: Words = {
  who: [
    ...['Hafenlotsen', 'Fährleute', 'Salzhändler', 'Nachtwächter', 'Brückenwärter', 'Obstbäuerinnen'],
    ...['Uhrmacher', 'Straßenbahner', 'Imkerinnen', 'Schleusenwärter', 'Seiler', 'Müllerinnen'],
  ],
  what: [
    ...['führen ein gemeinsames Kassenbuch für Liegegebühren', 'zahlen Löhne für eine Saison in Stablecoins'],
    ...['veröffentlichen jeden Abend ihre Rücklagen', 'verwahren ihre Ersparnisse künftig offline'],
    ...['bitten den Rat um Zahlungen über die Kette', 'prüfen eine Geldbörse ohne Netz'],
    ...['verbriefen die Ernte des vergangenen Jahres', 'schließen die Brücke mit ihren Einlagen'],
    ...['legen den Code ihres Gebührenrechners offen', 'zählen, wer nachts noch schürft'],
    ...['einigen sich auf einen Schlüssel für fünf', 'schreiben auf, was der Ausfall gekostet hat'],
  ],
  where: ENGLISH.where,
  sentence: (who, what, where) => `${who} in ${where} ${what}`,
  text: (title) =>
    `${title}. Die Entscheidung fällt nach vielen Gesprächen im Winter, und der erste Bericht wird noch vor dem Sommer erwartet.`,
};

/** Walks all combinations before any comes again: no common divisor with their number. */
const STEP = 37;

/** The item of that number: two numbers below two thousand never give one headline. */
export function composeLabItem(number: number, facts: LabItemFacts): Item {
  const { outlet, language = outlet.language, publishedAt } = facts;
  const words = language === 'de' ? GERMAN : ENGLISH;
  const title = composeTitle(number * STEP, words);
  const text = words.text(title);
  const id = `n${number.toString(36)}`;
  return {
    guid: `${outlet.slug}-${id}`,
    path: itemPath(outlet, title, id),
    outlet,
    title,
    dek: text,
    html: `<p>${text}</p>`,
    categories: [],
    picture: undefined,
    theme: undefined,
    publishedAt,
    updatedAt: publishedAt,
    firstShownAt: publishedAt,
    isUndated: false,
    repostOf: undefined,
  };
}

function composeTitle(position: number, { who, what, where, sentence }: Words): string {
  const at = (list: readonly string[], index: number) => list[index % list.length] ?? '';
  const second = Math.floor(position / who.length);
  return sentence(at(who, position), at(what, second), at(where, Math.floor(second / what.length)));
}

export interface LabItemFacts {
  readonly outlet: Outlet;
  readonly publishedAt: number;
  readonly language?: Language;
}
