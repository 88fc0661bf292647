import type { ElementNames } from './element-names';
import { attributeOf, childrenOf, firstOf, markupOf, type XmlElement } from './xml-element';

/** Attributes with an address that is not complete by itself. */
const RELATIVE_ADDRESS =
  /(\s(?:href|src|cite|poster|longdesc|background)\s*=\s*)(?:"(?!https?:|#|data:|mailto:)([^"]*)"|'(?!https?:|#|data:|mailto:)([^']*)')/gi;

/** Where relative addresses inside an element start from: its `xml:base`, itself resolved against its parent's. */
export function baseOf(element: XmlElement, parent: string | undefined): string | undefined {
  const own = attributeOf(element, 'xml:base');
  return own === undefined ? parent : resolveUrl(own, parent);
}

/** An address as written; a relative one is completed where something is known to start from. */
export function resolveUrl(written: string, base: string | undefined): string {
  const address = /\s/.test(written) ? written.replace(/\s+/g, '') : written;
  if (/^https?:\/\//i.test(address) || URL.canParse(address) || !URL.canParse(address, base)) return address;
  return new URL(address, base).href;
}

/** The first child by any of these names with content, as HTML with absolute addresses. */
export function childMarkup(
  parent: XmlElement,
  base: string | undefined,
  names: ElementNames,
): string | undefined {
  return firstOf(childrenOf(parent, names), (child) => markupWithBase(child, base));
}

function markupWithBase(element: XmlElement, base: string | undefined): string | undefined {
  const markup = markupOf(element);
  return markup === undefined ? undefined : withAbsoluteAddresses(markup, baseOf(element, base));
}

/** HTML whose links and pictures lead somewhere wherever it is shown. */
export function withAbsoluteAddresses(markup: string, base: string | undefined): string {
  if (base === undefined) return markup;
  return markup.replace(RELATIVE_ADDRESS, (...[, name, double, single]: string[]) => {
    return `${name}"${resolveUrl(double ?? single ?? '', base)}"`;
  });
}
