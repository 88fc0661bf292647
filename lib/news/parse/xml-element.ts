import { HANDED_THROUGH, type ElementNames } from './element-names';
import { escapeXmlAttribute, escapeXmlText } from './escape-xml';

const MAX_NESTING = 60;
const NONE: readonly XmlElement[] = [];
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
export function childrenOf(parent: XmlElement, names: ElementNames): readonly XmlElement[] {
  if (typeof parent === 'string') return NONE;
  let found = NONE;
  for (const name of names) {
    const value = parent[name];
    if (!Array.isArray(value)) continue;
    const elements = value.filter(isXmlElement);
    found = found === NONE ? elements : [...found, ...elements];
  }
  return found;
}

/** The text of the first child by any of these names that has some. */
export function childText(parent: XmlElement, names: ElementNames): string | undefined {
  return firstOf(childrenOf(parent, names), textOf);
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
  return typeof value === 'string' ? toText(value) : undefined;
}

/** The element's own text without that of its children. */
export function textOf(element: XmlElement): string | undefined {
  if (typeof element === 'string') return toText(element);
  const text = element[TEXT];
  return typeof text === 'string' ? toText(text) : undefined;
}

/**
 * The element's content as HTML: its text as it stands, or the markup it holds.
 * @throws {OrderLostError} where there is markup but this reading did not keep its order.
 */
export function markupOf(element: XmlElement): string | undefined {
  if (typeof element === 'string' || !hasChildren(element)) return textOf(element);
  const ordered = element[ORDERED];
  if (!Array.isArray(ordered)) throw new OrderLostError('Markup stands open in a text.');
  return toText(serialise(ordered, 0));
}

/** The content of the one element by this name that an element may hold as a wrapper of all its content. */
export function markupInside(element: XmlElement, wrapper: string): string | undefined {
  const markup = markupOf(element);
  if (typeof element === 'string' || !Array.isArray(element[ORDERED])) return markup;
  const [node, ...others] = element[ORDERED].filter((child) => isElement(child) && !isBlank(child));
  if (others.length > 0 || !isElement(node) || localNameOf(node) !== wrapper) return markup;
  return Array.isArray(node[ORDERED]) ? toText(serialise(node[ORDERED], 0)) : textOf(node);
}

function isXmlElement(value: unknown): value is XmlElement {
  return typeof value === 'string' || isElement(value);
}

function isElement(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function hasChildren(element: { readonly [key: string]: unknown }): boolean {
  for (const key in element) {
    if (key !== TEXT && key !== ATTRIBUTES && key !== ORDERED && key !== '#name') return true;
  }
  return false;
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
  const tag = localNameOf(node);
  return inner === '' ? `<${tag}${attributesOf(node)} />` : `<${tag}${attributesOf(node)}>${inner}</${tag}>`;
}

function isBlank(node: { readonly [key: string]: unknown }): boolean {
  return node['#name'] === '__text__' && typeof node[TEXT] === 'string' && node[TEXT].trim() === '';
}

function localNameOf(node: { readonly [key: string]: unknown }): string {
  const name = typeof node['#name'] === 'string' ? node['#name'] : '';
  return name.slice(name.lastIndexOf(':') + 1);
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

function toText(written: string): string | undefined {
  const text = withoutInnerSection(written.trim());
  return text === '' ? undefined : text;
}

/** A section inside a section, as two programs after each other write it: as HTML it would be a comment. */
function withoutInnerSection(text: string): string {
  const isWrapped = text.startsWith('<![CDATA[') && text.indexOf(']]>') === text.length - 3;
  return isWrapped ? text.slice('<![CDATA['.length, -3).trim() : text;
}
