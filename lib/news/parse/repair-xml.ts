import { decodeHTML } from 'entities';
import { escapeXmlText } from './escape-xml';

const MAX_DEPTH = 200;
/** What needs more is no feed; the rest is left out. */
const MAX_REPAIRS = 50_000;
const ENTITY = /&(?:#\d{1,7};|#x[0-9a-f]{1,6};|[a-z][a-z0-9]{1,31};)?/gi;
const XML_ENTITIES = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&apos;']);
/** HTML elements without an end that stand open in descriptions. `<source>` and `<link>` mean something in feeds. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col', 'embed', 'area', 'param']);
const REPEATED = new Set(['item', 'entry']);
/** Hold a line of text: another field beginning inside one means that its end is missing. */
const SHORT_FIELDS = new Set([
  'title',
  'link',
  'guid',
  'id',
  'pubdate',
  'published',
  'updated',
  'dc:creator',
  'dc:date',
]);
const FIELDS = new Set([...SHORT_FIELDS, 'description', 'summary', 'content', 'content:encoded', 'category']);

const TOKEN =
  /<!\[CDATA\[|<!--|<\?|<!|<\/([A-Za-z_][\w:.-]{0,200})[^<>]*>|<([A-Za-z_][\w:.-]{0,200})((?:\s|\/(?!>)|"[^"<]*"|'[^'<]*'|[^\s"'<>/])*)(\/?)>|</g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'<>=]+)))?/g;
const NOTE_ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>' };
const ATTRIBUTE_NAME = /^[A-Za-z_:][\w:.-]*$/;

/**
 * Makes well-formed XML of anything, in one pass: bare `&` and `<` are escaped, unknown entities kept as text,
 * unclosed elements and sections closed, stray ends dropped. An item that the end of the text cuts off is left out
 * if whole ones stand before it.
 */
export function repairXml(text: string): string {
  const state: RepairState = {
    text,
    at: 0,
    out: [],
    open: [],
    items: 0,
    itemStart: 0,
    missing: new Set(),
    repairs: 0,
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match && state.repairs < MAX_REPAIRS; match = TOKEN.exec(text)) {
    state.out.push(repairText(state, text.slice(state.at, match.index)));
    state.at = TOKEN.lastIndex;
    takeToken(state, match);
    TOKEN.lastIndex = state.at;
  }
  if (state.repairs < MAX_REPAIRS) state.out.push(repairText(state, text.slice(state.at)));
  dropCutItem(state);
  closeDownTo(state, 0);
  return state.out.join('');
}

function takeToken(
  state: RepairState,
  [token, closed, opened, attributes = '', slash]: RegExpExecArray,
): void {
  if (opened !== undefined)
    openElement(state, { name: opened.toLowerCase(), attributes, selfClosed: slash === '/' });
  else if (closed !== undefined) closeElement(state, closed.toLowerCase());
  else if (token === '<![CDATA[') takeCdata(state);
  else if (token === '<') {
    state.repairs += 1;
    state.out.push('&lt;');
  } else state.at = endOf(state, NOTE_ENDS[token] ?? '>') ?? state.at;
}

function openElement(state: RepairState, { name, attributes, selfClosed }: OpeningTag): void {
  closeForgotten(state, name);
  const closed = selfClosed || VOID.has(name);
  if (!closed && state.open.length >= MAX_DEPTH) return;
  state.out.push(`<${name}${repairAttributes(state, attributes)}${closed ? '/>' : '>'}`);
  if (!closed) state.open.push(name);
}

/** Closes what cannot be open any more when `name` begins: the item before it, a line of text around it. */
function closeForgotten(state: RepairState, name: string): void {
  if (REPEATED.has(name)) {
    const unclosed = state.open.lastIndexOf(name);
    if (unclosed !== -1) closeDownTo(state, unclosed);
    state.itemStart = state.out.length;
  }
  const isInside = FIELDS.has(name) && SHORT_FIELDS.has(state.open.at(-1) ?? '');
  if (isInside) closeDownTo(state, state.open.length - 1);
}

function closeElement(state: RepairState, name: string): void {
  const depth = state.open.lastIndexOf(name);
  if (depth !== -1) closeDownTo(state, depth);
}

function closeDownTo(state: RepairState, depth: number): void {
  while (state.open.length > depth) {
    const name = state.open.pop() ?? '';
    state.out.push(`</${name}>`);
    if (REPEATED.has(name)) state.items += 1;
  }
}

/** A section without its end, or with that of the next section, reaches to the end tag of the element it stands in. */
function takeCdata(state: RepairState): void {
  const start = state.at;
  const end = endOf(state, ']]>');
  const next = end === undefined ? -1 : state.text.slice(start, end).indexOf('<![CDATA[');
  if (end !== undefined && next === -1) {
    state.at = end;
    state.out.push(escapeXmlText(state.text.slice(start, end - 3)));
    return;
  }
  const parent = state.text.indexOf(`</${state.open.at(-1) ?? ''}`, start);
  state.at = parent === -1 ? (end ?? state.text.length) : parent;
  state.out.push(escapeXmlText(state.text.slice(start, state.at)));
}

/** The place behind the next `mark`; one that is missing once is not looked for again. */
function endOf(state: RepairState, mark: string): number | undefined {
  if (state.missing.has(mark)) return undefined;
  const found = state.text.indexOf(mark, state.at);
  if (found !== -1) return found + mark.length;
  state.missing.add(mark);
  return undefined;
}

function dropCutItem(state: RepairState): void {
  const cut = state.open.findIndex((name) => REPEATED.has(name));
  if (cut === -1 || state.items === 0) return;
  state.open.length = cut;
  state.out.length = state.itemStart;
}

function repairAttributes(state: RepairState, text: string): string {
  const seen = new Set<string>();
  let repaired = '';
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    if (seen.has(name) || !ATTRIBUTE_NAME.test(name)) continue;
    seen.add(name);
    const value = repairText(state, double ?? single ?? bare ?? '').replaceAll('"', '&quot;');
    repaired += ` ${name}="${value}"`;
  }
  return repaired;
}

function repairText(state: RepairState, text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (entity) => {
    if (XML_ENTITIES.has(entity)) return entity;
    state.repairs += 1;
    if (state.repairs > MAX_REPAIRS) return '';
    const decoded = entity === '&' ? entity : decodeHTML(entity);
    return decoded === entity ? `&amp;${entity.slice(1)}` : escapeXmlText(decoded);
  });
}

interface OpeningTag {
  readonly name: string;
  readonly attributes: string;
  readonly selfClosed: boolean;
}

interface RepairState {
  readonly text: string;
  /** Up to here the text has been dealt with. */
  at: number;
  readonly out: string[];
  readonly open: string[];
  /** Whole items so far. */
  items: number;
  /** Where in `out` the newest item begins. */
  itemStart: number;
  /** Ampersands and tag beginnings that stood bare. */
  repairs: number;
  /** Ends that do not come any more. */
  readonly missing: Set<string>;
}
