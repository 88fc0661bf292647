/** Minutes east of UTC. North American and European names mean what RFC 822 and their newsrooms mean by them. */
const ZONE_MINUTES: Readonly<Record<string, number>> = {
  z: 0, utc: 0, ut: 0, gmt: 0, wet: 0, west: 60, bst: 60, ist: 330, cet: 60, cest: 120, mez: 60, mesz: 120,
  met: 60, mest: 120, eet: 120, eest: 180, msk: 180, msd: 240, trt: 180, sast: 120, gst: 240, pkt: 300,
  wib: 420, ict: 420, hkt: 480, sgt: 480, myt: 480, awst: 480, jst: 540, kst: 540, acst: 570, acdt: 630,
  aest: 600, aedt: 660, nzst: 720, nzdt: 780, est: -300, edt: -240, et: -300, cst: -360, cdt: -300, ct: -360,
  mst: -420, mdt: -360, mt: -420, pst: -480, pdt: -420, pt: -480, akst: -540, akdt: -480, hst: -600,
  ast: -240, adt: -180, nst: -210, ndt: -150, brt: -180, brst: -120, art: -180, clt: -240,
}; // prettier-ignore

/** The first letters of the months, in the languages feeds have been seen to write them. */
const MONTH_STEMS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'янв', 'oca', 'sty', 'leden', 'tammi', 'ιαν', 'januar'],
  ['feb', 'fév', 'fev', 'фев', 'şub', 'sub', 'lut', 'únor', 'helmi', 'φεβ'],
  ['mar', 'mär', 'mrz', 'mrt', 'maa', 'мар', 'maart', 'březen', 'μάρ', 'μαρ', 'már'],
  ['apr', 'abr', 'avr', 'апр', 'nis', 'kwi', 'duben', 'huhti', 'απρ', 'ápr'],
  ['may', 'mai', 'maj', 'mei', 'mag', 'мая', 'май', 'květen', 'touko', 'μάι', 'μαϊ', 'máj'],
  ['jun', 'giu', 'juin', 'июн', 'haz', 'cze', 'červen', 'kesä', 'ιούν', 'ιον', 'ιουν', 'jún'],
  ['jul', 'júl', 'lug', 'juil', 'июл', 'tem', 'lip', 'červenec', 'heinä', 'ιολ', 'ιούλ', 'ιουλ', 'júl'],
  ['aug', 'ago', 'aoû', 'aou', 'авг', 'ağu', 'agu', 'sie', 'srpen', 'elo', 'αύγ', 'αυγ'],
  ['sep', 'set', 'сен', 'eyl', 'wrz', 'září', 'syys', 'σεπ', 'sze'],
  ['oct', 'okt', 'out', 'ott', 'окт', 'eki', 'paź', 'říjen', 'loka', 'οκτ'],
  ['nov', 'ноя', 'kas', 'lis', 'listopad', 'marras', 'νοέ', 'νοε'],
  ['dec', 'dez', 'dic', 'déc', 'des', 'дек', 'ara', 'gru', 'prosin', 'joulu', 'δεκ'],
];

const MILITARY_EAST = 'ABCDEFGHIKLM';
const MILITARY_WEST = 'NOPQRSTUVWXY';

const months = new Map(
  MONTH_STEMS.flatMap((stems, index) => stems.map((stem) => [stem, index] as const)).toSorted(
    ([a], [b]) => b.length - a.length,
  ),
);

/** 0–11 for a month's name or its beginning; `undefined` for any other word. */
export function monthOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  for (const [stem, index] of months) if (lower.startsWith(stem)) return index;
  return undefined;
}

/** Minutes east of UTC for a zone's name; `undefined` for any other word. */
export function zoneMinutesOf(word: string): number | undefined {
  const lower = word.toLowerCase().replaceAll('.', '');
  if (Object.hasOwn(ZONE_MINUTES, lower)) return ZONE_MINUTES[lower];
  if (!/^[A-IK-Y]$/.test(word)) return undefined;
  const east = MILITARY_EAST.indexOf(word);
  return east === -1 ? -(MILITARY_WEST.indexOf(word) + 1) * 60 : (east + 1) * 60;
}
