import { attributeOf, markupOf, firstOf, childrenOf, type XmlElement } from './xml-element';

const ADDRESS_ATTRIBUTE = /(\s(?:href|src|cite|poster|longdesc|background)\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi;

/** Where relative addresses inside an element start from: its `xml:base`, itself resolved against its parent's. */
export function baseOf(element: XmlElement, parent: string | undefined): string | undefined {
  const own = attributeOf(element, 'xml:base');
  return own === undefined ? parent : resolveUrl(own, parent);
}

/** An address as written; a relative one is completed where something is known to start from. */
export function resolveUrl(written: string, base: string | undefined): string {
  const address = written.replace(/\s+/g, '');
  if (URL.canParse(address) || !URL.canParse(address, base)) return address;
  return new URL(address, base).href;
}

/** The first child by any of these names with content, as HTML with absolute addresses. */
export function childMarkup(
  parent: XmlElement,
  base: string | undefined,
  names: readonly string[],
): string | undefined {
  return firstOf(childrenOf(parent, ...names), (child) => markupWithBase(child, base));
}

export function markupWithBase(element: XmlElement, base: string | undefined): string | undefined {
  const markup = markupOf(element);
  const start = baseOf(element, base);
  if (markup === undefined || start === undefined) return markup;
  return markup.replace(ADDRESS_ATTRIBUTE, (...[, name, double, single]: string[]) => {
    return `${name}"${resolveUrl(double ?? single ?? '', start)}"`;
  });
}
