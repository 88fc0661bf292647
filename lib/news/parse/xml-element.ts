import iconv from 'iconv-lite';
import { HANDED_THROUGH } from './element-names';
import { escapeXmlAttribute, escapeXmlText } from './escape-xml';

const MAX_NESTING = 60;
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;
const C1_CONTROLS = /[\u0080-\u009F]/g;
/** What the text, attributes and ordered children of an element are filed under by xml2js. */
const TEXT = '_';
const ATTRIBUTES = '$';
const ORDERED = '$$';

/** An element as xml2js gives it: a bare string where it has neither attributes nor children. */
export type XmlElement = string | { readonly [key: string]: unknown };

/** Markup stood open in a text field and this reading lost its order: read once more, keeping it. */
export class OrderLostError extends Error {
  override name = 'OrderLostError';
}

/** All direct children by any of these names, in the names' order. */
export function childrenOf(parent: XmlElement, ...names: readonly string[]): XmlElement[] {
  if (typeof parent === 'string') return [];
  return names.flatMap((name) => toElements(parent[HANDED_THROUGH + name] ?? parent[name]));
}

/** The text of the first child by any of these names that has some. */
export function childText(parent: XmlElement, ...names: readonly string[]): string | undefined {
  return firstOf(childrenOf(parent, ...names), textOf);
}

export function firstOf<T, R>(
  candidates: readonly T[],
  read: (candidate: T) => R | undefined,
): R | undefined {
  for (const candidate of candidates) {
    const found = read(candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An attribute, trimmed; names in lower case. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  if (typeof element === 'string') return undefined;
  const attributes = element[ATTRIBUTES];
  if (typeof attributes !== 'object' || attributes === null) return undefined;
  const value: unknown = Object.getOwnPropertyDescriptor(attributes, name)?.value;
  return typeof value === 'string' ? cleanText(value) : undefined;
}

/** The element's own text without that of its children. */
export function textOf(element: XmlElement): string | undefined {
  if (typeof element === 'string') return cleanText(element);
  const text = element[TEXT];
  return typeof text === 'string' ? cleanText(text) : undefined;
}

/**
 * The element's content as HTML: its text as it stands, or the markup it holds.
 * @throws {OrderLostError} where there is markup but this reading did not keep its order.
 */
export function markupOf(element: XmlElement): string | undefined {
  if (!hasChildren(element) || typeof element === 'string') return textOf(element);
  const ordered = element[ORDERED];
  if (!Array.isArray(ordered)) throw new OrderLostError('Markup stands open in a text.');
  return cleanText(serialise(ordered, 0));
}

function toElements(value: unknown): XmlElement[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(toElements);
  return isElement(value) ? [value] : [];
}

function isElement(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function hasChildren(element: XmlElement): boolean {
  if (typeof element === 'string') return false;
  return Object.keys(element).some(
    (key) => key !== TEXT && key !== ATTRIBUTES && key !== ORDERED && key !== '#name',
  );
}

function serialise(nodes: readonly unknown[], depth: number): string {
  return nodes.map((node) => (isElement(node) ? serialiseNode(node, depth) : '')).join('');
}

function serialiseNode(node: { readonly [key: string]: unknown }, depth: number): string {
  const name = typeof node['#name'] === 'string' ? node['#name'] : '';
  const text = typeof node[TEXT] === 'string' ? node[TEXT] : '';
  if (name === '__text__') return escapeXmlText(text);
  const ordered = node[ORDERED];
  const inner =
    Array.isArray(ordered) && depth < MAX_NESTING ? serialise(ordered, depth + 1) : escapeXmlText(text);
  const tag = name.slice(name.lastIndexOf(':') + 1);
  return inner === '' ? `<${tag}${attributesOf(node)} />` : `<${tag}${attributesOf(node)}>${inner}</${tag}>`;
}

function attributesOf(node: { readonly [key: string]: unknown }): string {
  const attributes = node[ATTRIBUTES];
  if (!isElement(attributes)) return '';
  return Object.entries(attributes)
    .filter(
      ([name, value]) =>
        typeof value === 'string' && !name.startsWith(HANDED_THROUGH) && !name.startsWith('xml:'),
    )
    .map(([name, value]) => ` ${name}="${escapeXmlAttribute(String(value))}"`)
    .join('');
}

function cleanText(text: string): string | undefined {
  const clean = text.replace(C1_CONTROLS, toWindows1252).replace(CONTROL_CHARACTERS, '').trim();
  return clean === '' ? undefined : clean;
}

/** `&#146;` is what a Windows editor meant by an apostrophe. */
function toWindows1252(control: string): string {
  return iconv.decode(Buffer.from([control.charCodeAt(0)]), 'windows-1252');
}
