import { withAbsoluteAddresses } from './absolute-addresses';
import type { ElementNames } from './element-names';
import { attributeOf, childrenOf, firstOf, markupOf, type XmlElement } from './xml-element';

/** Where relative addresses inside an element start from: its `xml:base`, itself resolved against its parent's. */
export function baseOf(element: XmlElement, parent: string | undefined): string | undefined {
  const own = attributeOf(element, 'xml:base');
  return own === undefined ? parent : resolveUrl(own, parent);
}

/** An address as written; a relative one is completed where something is known to start from. */
export function resolveUrl(written: string, base: string | undefined): string {
  // Line breaks are the publishing system's; a blank within is part of the address.
  const address = /\s/.test(written) ? written.trim().replace(/\s*[\t\r\n]\s*/g, '') : written;
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
