/** A line of author and date is no sentence. */
const MAX_CHARS = 100;
/** "Published", "Updated on", a zone. */
const MAX_REST_CHARS = 24;
const MONTH =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août|déc|mär|okt|dez|ene|abr|ago|dic)[a-zäéûû]*\\.?';
const DATE = new RegExp(
  [
    String.raw`\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?`,
    String.raw`\b\d{1,2}[./]\d{1,2}[./]\d{4}\b`,
    String.raw`\b${MONTH}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b`,
    String.raw`\b\d{1,2}\.?\s+${MONTH},?\s+\d{4}\b`,
    String.raw`\d{4}\s*[年년]\s*\d{1,2}\s*[月월]\s*\d{1,2}`,
  ].join('|'),
  'i',
);
const SENTENCE_END = /[.!?。！？](?:\s|$)/;
const SEPARATOR = /[·|•—–]|^\s*(?:by|von|par|por)\s/i;

/** Whether a line says no more than who wrote and when: "Northquay · 24 Nov 2026, 03:26 UTC". */
export function isDateLine(line: string): boolean {
  if (line.length > MAX_CHARS) return false;
  const date = DATE.exec(line)?.[0];
  if (date === undefined) return false;
  const rest = line.replace(date, ' ').trim();
  return rest === '' || (!SENTENCE_END.test(rest) && (SEPARATOR.test(rest) || rest.length <= MAX_REST_CHARS));
}
