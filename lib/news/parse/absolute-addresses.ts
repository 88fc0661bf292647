import { decodeHTMLAttribute } from 'entities';

/** Whether there is anything to complete at all: most feeds write whole addresses. */
const MAY_BE_RELATIVE =
  /[\s"'/](?:href|src|cite|poster|longdesc|background)\s*=\s*["']?(?!["']?(?:https?:|#|data:|mailto:))/i;
const ADDRESS_ATTRIBUTE = /^(?:href|src|cite|poster|longdesc|background)$/i;
const COMPLETE = /^\s*(?:https?:|#|data:|mailto:|$)/i;
const TAG_NAME = /[a-z][^\s/>]*/iy;
/** A name, and what it is set to: in double quotes, in single ones, or in none. */
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(\s*=\s*)?(?:(?<==\s*)(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/y;
/** What stands in these is text, whatever it looks like. */
const TEXT_ONLY = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/i;

/**
 * HTML whose links and pictures lead somewhere wherever it is shown. Only attributes of tags are touched: what merely
 * looks like one in a text, a comment or a CDATA section stays as it was written.
 */
export function withAbsoluteAddresses(markup: string, base: string | undefined): string {
  if (base === undefined || !MAY_BE_RELATIVE.test(markup) || !URL.canParse(base)) return markup;
  let done = '';
  let from = 0;
  let at = markup.indexOf('<');
  while (at !== -1) {
    const tag = readTag(markup, at, base);
    if (tag === undefined) break;
    if (tag.written !== undefined) {
      done += markup.slice(from, at) + tag.written;
      from = tag.end;
    }
    at = markup.indexOf('<', Math.max(tag.resume, at + 1));
  }
  return done + markup.slice(from);
}

/** What begins with the `<` at a place; `undefined` where nothing closes it, so that all that follows belongs to it. */
function readTag(markup: string, at: number, base: string): Tag | undefined {
  if (markup[at + 1] === '!' || markup[at + 1] === '?') return skipAside(markup, at);
  TAG_NAME.lastIndex = at + 1;
  const name = TAG_NAME.exec(markup)?.[0];
  if (name === undefined) return { end: at + 1, resume: at + 1 };
  const { end, written } = readAttributes(markup, at + 1 + name.length, base);
  if (end >= markup.length) return undefined;
  const head = written === undefined ? undefined : markup.slice(at, at + 1 + name.length) + written;
  return { end, written: head, resume: TEXT_ONLY.test(name) ? endOfText(markup, name, end) : end };
}

function skipAside(markup: string, at: number): Tag | undefined {
  const closing = markup.startsWith('<!--', at) ? '-->' : markup.startsWith('<![CDATA[', at) ? ']]>' : '>';
  const end = markup.indexOf(closing, at + 2);
  return end === -1 ? undefined : { end, resume: end + closing.length };
}

function endOfText(markup: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = from;
  return closing.exec(markup)?.index ?? markup.length;
}

/** The attributes of a tag up to its `>`, written anew where an address was completed. */
function readAttributes(markup: string, start: number, base: string): Attributes {
  let written = '';
  let from = start;
  let at = start;
  ATTRIBUTE.lastIndex = at;
  for (let match = ATTRIBUTE.exec(markup); match; match = ATTRIBUTE.exec(markup)) {
    const completed = completeAttribute(match, base);
    if (completed !== undefined) {
      written += markup.slice(from, at) + completed;
      from = ATTRIBUTE.lastIndex;
    }
    at = ATTRIBUTE.lastIndex;
  }
  const closing = markup.indexOf('>', at);
  const end = closing === -1 ? markup.length : closing;
  return { end, written: from === start ? undefined : written + markup.slice(from, end) };
}

function completeAttribute(match: RegExpExecArray, base: string): string | undefined {
  const [whole, name = '', equals = '', double, single, bare] = match;
  const value = double ?? single ?? bare;
  if (value === undefined || !ADDRESS_ATTRIBUTE.test(name)) return undefined;
  const address = toAbsolute(value, base);
  return address && `${whole.slice(0, whole.indexOf(name))}${name}${equals}"${address}"`;
}

/** `undefined` where the address is whole already, or none. */
function toAbsolute(written: string, base: string): string | undefined {
  if (COMPLETE.test(written)) return undefined;
  const address = written.includes('&') ? decodeHTMLAttribute(written) : written;
  if (URL.canParse(address) || !URL.canParse(address, base)) return undefined;
  return new URL(address, base).href.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

interface Tag {
  /** Where the `>` stands. */
  readonly end: number;
  /** The tag up to there, if it changed. */
  readonly written?: string | undefined;
  /** Where the next one may begin. */
  readonly resume: number;
}

interface Attributes extends Pick<Tag, 'end'> {
  readonly written: string | undefined;
}
