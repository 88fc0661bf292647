import { itemPath, type Item } from '@/e2e/world/news/item';
import type { Language, Outlet } from '@/e2e/world/news/outlets';

interface Words {
  readonly who: readonly string[];
  readonly what: readonly string[];
  readonly where: readonly string[];
  readonly why: readonly string[];
  readonly next: readonly string[];
  /** Small words enough to tell the language by. */
  readonly end: string;
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
  why: [
    ...['A winter without ice had emptied the common purse', 'Nobody could say any more who owed whom'],
    ...['The old cashier is about to retire', 'Two neighbouring towns had tried it before'],
    ...['An audit in spring found three books that disagreed', 'The bank next door closed its branch'],
    ...['Younger members had asked for it since autumn', 'A lost key cost eleven families their share'],
    ...['Fees had doubled within a year', 'The meeting lasted until four in the morning'],
    'Only one vote in sixty was against',
  ],
  next: [
    ...['results are promised for midsummer', 'the rules will hang at the town hall from Monday'],
    ...['a second vote follows once the nets are mended', 'auditors from upriver look at it monthly'],
    ...['those who disagree may keep their old accounts', 'the first payment goes out on a Thursday'],
    ...['children learn it at school meanwhile', 'everything can be undone until the first frost'],
    ...['three volunteers keep paper copies', 'the harbour bell announces each block'],
    ...['visitors pay as they always did', 'a museum has asked for the old ledger', 'insurers wait and see'],
  ],
  end: 'That is all there is to say for now.',
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
  why: [
    ...['Ein Winter ohne Eis hatte die Kasse geleert', 'Niemand wusste mehr, wer wem etwas schuldet'],
    ...['Der alte Kassenwart hört bald auf', 'Zwei Nachbarorte hatten es schon versucht'],
    ...['Die Gebühren waren binnen eines Jahres doppelt so hoch', 'Die Sitzung dauerte bis vier Uhr früh'],
    'Nur eine von sechzig Stimmen war dagegen',
  ],
  next: [
    ...['Ergebnisse gibt es zur Sonnenwende', 'die Regeln hängen ab Montag am Rathaus'],
    ...['eine zweite Abstimmung folgt im Herbst', 'Prüfer von flussaufwärts sehen jeden Monat nach'],
    'wer nicht will, behält sein altes Konto',
  ],
  end: 'Für die Stadt ist das nicht neu, und mit der Zeit wird sich zeigen, was aus dem Versuch wird.',
};

/** Walks all combinations before any comes again: no common divisor with their number. */
const STEP = 37;

/** The item of that number: two numbers below two thousand never give one headline. */
export function composeLabItem(number: number, facts: LabItemFacts): Item {
  const { outlet, language = outlet.language, publishedAt } = facts;
  const words = language === 'de' ? GERMAN : ENGLISH;
  const { title, text } = compose(number * STEP, words);
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

function compose(position: number, { who, what, where, why, next, end }: Words): ItemWords {
  const at = (list: readonly string[], index: number) => list[index % list.length] ?? '';
  const second = Math.floor(position / who.length);
  const title = `${at(who, position)} in ${at(where, Math.floor(second / what.length))} ${at(what, second)}`;
  return { title, text: `${title}. ${at(why, position)}; ${at(next, position)}. ${end}` };
}

interface ItemWords {
  readonly title: string;
  readonly text: string;
}

export interface LabItemFacts {
  readonly outlet: Outlet;
  readonly publishedAt: number;
  readonly language?: Language;
}
