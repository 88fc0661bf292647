const WRITTEN_OFFSET = String.raw`[+-]\d{1,2}(?::?\d{2})?\b`;

/** Arabic and Persian ones; the last four bits of each say which it is. */
const OTHER_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** What is rewritten so that the patterns of parse-date.ts need not know it; in this order. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/^\/?date\((\d+)(?:[+-]\d{4})?\)\/?$/i, '$1'],
  [/\([^)]*\)|\[[^\]]*\]|["“”„]/g, ' '],
  [/(\d)\s*[時时시点點]\s*(\d{1,2})\s*[分분](?:\s*(\d{1,2})\s*[秒초])?/g, '$1:$2:$3'],
  [/:(?=$|\s)/g, ' '],
  [/(?:오후|下午|午後)\s*(\d[\d:.]*)/g, '$1pm'],
  [/(?:오전|上午|午前)\s*(\d[\d:.]*)/g, '$1am'],
  [/\b(\d{1,2})h(\d{2})\b/gi, '$1:$2'],
  [/(?<=\d)T(?=\d)/g, ' '],
  [/(?<= )(\d{2})(?=Z$|[+-]\d{2}:?\d{2}$)/g, '$1:00'],
  // `:-0700`, `--0700`, `+01:00:00`
  [new RegExp(String.raw`[:-]+(?=${WRITTEN_OFFSET})(?<=\d{2}:\d{2}[:-]+|\s[:-]+)`, 'g'), ' '],
  [/([+-]\d{2}:\d{2}):00\b/g, '$1'],
  // A zone that sticks to the clock.
  [
    new RegExp(
      String.raw`(?<=\d:\d{2}(?:[.,]\d{1,9})?)(?=(?:[A-Z]{1,5}|${WRITTEN_OFFSET}))(?![AP]M?\b)`,
      'gi',
    ),
    ' ',
  ],
  [/\s(?:at|um|à|o|às|@|-)\s+(?=\d{1,2}:)/gi, ' '],
  // A weekday before a date that begins with the year.
  [/^\p{L}{2,12}[.,]*\s+(?=\d{4}[-/.])/u, ''],
  [/\s+/g, ' '],
];

/** A date as written → without brackets, weekdays in the way, and the ways in which parts stick together. */
export function tidyDate(written: string): string {
  let text = written.normalize('NFKC').replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
  for (const [pattern, replacement] of REWRITES) text = text.replace(pattern, replacement);
  return text.trim();
}
