import { MAX_ITEMS } from './read-xml';

/** A shorter document is read to its end as quickly as it is searched. */
const MIN_SEARCHED_CHARS = 500_000;
/** The openings of items and entries, under whatever prefix. */
const ITEM_START = /<(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])/gi;

/** Takes the items after the first thousand out of the middle of a document, without reading them. */
export function limitItems(xml: string): string {
  if (xml.length < MIN_SEARCHED_CHARS) return xml;
  const start = new RegExp(ITEM_START);
  for (let count = 0; count < MAX_ITEMS; count += 1) if (!start.test(xml)) return xml;
  const cut = start.exec(xml);
  if (!cut) return xml;
  const end = `</${cut[0].slice(1)}>`;
  const last = xml.lastIndexOf(end);
  return last < cut.index ? xml : xml.slice(0, cut.index) + xml.slice(last + end.length);
}

/** Where each item begins, as far as the eye can tell. */
export function itemStarts(xml: string): number[] {
  return Array.from(xml.matchAll(ITEM_START), ({ index }) => index);
}
