import { decodeHTMLStrict } from 'entities';

/** A quote within a value closes nothing; after so many we stop believing that one will. */
const MAX_INNER_QUOTES = 40;
const MAX_VALUE_CHARS = 4_000;
const NAME = /[^\s=<>/"']+/y;
const SPACE = /\s*/y;
const UNQUOTED = /[^\s<>]*/y;
/** What may stand after a value: the end of the tag, or the next attribute. */
const AFTER_VALUE = /\s*(?:\/?>|<\/?outline|[\w:.-]+\s*=|$)/iy;
const OUTLINE = /<\/?outline[\s/>]/i;

/**
 * The attributes of a tag whose name ends at `from`, names in lower case and of letters alone
 * (`xmlUrl`, `XMLURL` and `xml_url` are the same). Of a name that comes twice the first value counts.
 */
export function readAttributes(text: string, from: number): ScannedTag {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  let at = skip(SPACE, text, from);
  while (at < text.length) {
    const sign = text[at];
    if (sign === '>') return { attributes, selfClosed: text[at - 1] === '/', end: at + 1 };
    // The tag never ended: what comes is the next one.
    if (sign === '<') return { attributes, selfClosed: true, end: at };
    const nameEnd = skip(NAME, text, at);
    if (nameEnd === at) {
      at += 1;
      continue;
    }
    const name = text
      .slice(at, nameEnd)
      .toLowerCase()
      .replace(/[^a-z]/g, '');
    const value = readValue(text, nameEnd);
    if (value.text !== undefined) attributes[name] ??= decodeHTMLStrict(value.text).trim();
    at = skip(SPACE, text, value.end);
  }
  return { attributes, selfClosed: true, end: text.length };
}

function readValue(text: string, nameEnd: number): { readonly text?: string; readonly end: number } {
  const equals = skip(SPACE, text, nameEnd);
  if (text[equals] !== '=') return { end: equals };
  const from = skip(SPACE, text, equals + 1);
  const quote = text[from];
  if (quote !== '"' && quote !== "'") return readBareValue(text, from);
  const close = findClose(text, from + 1, quote);
  if (close === undefined) {
    const bare = readBareValue(text, from + 1);
    // The file ends within the value: half an address is none.
    return bare.end === text.length ? { end: bare.end } : bare;
  }
  return { text: text.slice(from + 1, Math.min(close, from + 1 + MAX_VALUE_CHARS)), end: close + 1 };
}

/** Without quotes, or with one that never closes: up to the next space. */
function readBareValue(text: string, from: number): { readonly text: string; readonly end: number } {
  const end = skip(UNQUOTED, text, from);
  const slash = text[end] === '>' && text[end - 1] === '/' ? 1 : 0;
  return { text: text.slice(from, Math.min(end - slash, from + MAX_VALUE_CHARS)), end: end - slash };
}

function findClose(text: string, from: number, quote: string): number | undefined {
  const first = text.indexOf(quote, from);
  let at = first;
  for (let tries = 0; at !== -1 && tries < MAX_INNER_QUOTES; tries += 1) {
    if (OUTLINE.test(text.slice(from, at))) break;
    if (skip(AFTER_VALUE, text, at + 1) > at + 1 || at + 1 === text.length) return at;
    at = text.indexOf(quote, at + 1);
  }
  return first === -1 || OUTLINE.test(text.slice(from, first)) ? undefined : first;
}

/** Where a sticky pattern that begins at `at` ends; `at` where it does not fit. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

interface ScannedTag {
  readonly attributes: Readonly<Record<string, string>>;
  readonly selfClosed: boolean;
  /** Where the text goes on. */
  readonly end: number;
}
