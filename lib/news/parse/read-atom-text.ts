import { isUtf8 } from 'node:buffer';
import { withAbsoluteAddresses } from './absolute-addresses';
import { baseOf } from './bases';
import type { ElementNames } from './element-names';
import { attributeOf, childrenOf, firstOf, markupInside, markupOf, type XmlElement } from './xml-element';

/** A text construct as HTML, by its `type` (Atom 1.0) or `mode` (Atom 0.3). */
export function readAtomText(
  parent: XmlElement,
  base: string | undefined,
  names: ElementNames,
): string | undefined {
  return firstOf(childrenOf(parent, names), (element) => {
    const markup = toHtml(element);
    return markup === undefined ? undefined : withAbsoluteAddresses(markup, baseOf(element, base));
  });
}

function toHtml(element: XmlElement): string | undefined {
  const type = attributeOf(element, 'type')?.toLowerCase() ?? 'text';
  // XHTML stands in a `div` that is not part of it.
  if (type.includes('xhtml')) return markupInside(element, 'div');
  const markup = markupOf(element);
  const isPacked = isPackedType(type) || attributeOf(element, 'mode') === 'base64';
  return markup !== undefined && isPacked ? unpack(markup) : markup;
}

function isPackedType(type: string): boolean {
  return /^[\w.-]+\/[\w.+-]+$/.test(type) && !/^text\/|xml$|html/.test(type);
}

/** Base64 of a text, where it is one. */
function unpack(text: string): string {
  const packed = text.replace(/\s+/g, '');
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+=*$/.test(packed)) return text;
  const bytes = Buffer.from(packed, 'base64');
  return isUtf8(bytes) ? bytes.toString('utf8').trim() : text;
}
