import { baseOf, resolveUrl } from './bases';
import { elementNames } from './element-names';
import { attributeOf, childrenOf, textOf, type XmlElement } from './xml-element';

const LINK = elementNames('link');
const WEB_ADDRESS = /^https?:\/\/\S+$/i;

/** Atom's link for reading: `alternate`, HTML before other types; never the feed itself or a comment page. */
export function alternateLink(links: readonly XmlElement[], base: string | undefined): string | undefined {
  const alternates = links.filter((link) => isAlternate(link) && attributeOf(link, 'href') !== undefined);
  const chosen = alternates.find(isHtmlLink) ?? alternates[0];
  const href = chosen === undefined ? undefined : attributeOf(chosen, 'href');
  return href === undefined || chosen === undefined ? undefined : resolveUrl(href, baseOf(chosen, base));
}

/** An address as a link's text, where Atom wants an attribute. */
export function writtenLink(links: readonly XmlElement[], base: string | undefined): string | undefined {
  const written = links.filter((link) => textOf(link) !== undefined);
  const chosen = written.find(isAlternate) ?? written[0];
  const address = chosen === undefined ? undefined : textOf(chosen);
  return address === undefined || chosen === undefined
    ? undefined
    : resolveUrl(address, baseOf(chosen, base));
}

export function linkByRel(
  links: readonly XmlElement[],
  rel: string,
  base: string | undefined,
): string | undefined {
  return linksByRel(links, rel, base)[0];
}

export function linksByRel(
  links: readonly XmlElement[],
  rel: string,
  base: string | undefined,
): readonly string[] {
  return links.flatMap((link) => {
    const href = attributeOf(link, 'rel') === rel ? attributeOf(link, 'href') : undefined;
    return href === undefined ? [] : [resolveUrl(href, baseOf(link, base))];
  });
}

/** RSS's link: the text of the last `<link>` that has some, as other readers take it, or an address in its attribute. */
export function plainLink(parent: XmlElement, base: string | undefined): string | undefined {
  for (const link of childrenOf(parent, LINK).toReversed()) {
    const address = textOf(link) ?? attributeOf(link, 'href');
    if (address !== undefined) return resolveUrl(address, baseOf(link, base));
  }
  return undefined;
}

/** Whether an id can be opened. */
export function isWebAddress(text: string | undefined): text is string {
  return text !== undefined && WEB_ADDRESS.test(text);
}

function isAlternate(link: XmlElement): boolean {
  return (attributeOf(link, 'rel') ?? 'alternate') === 'alternate';
}

function isHtmlLink(link: XmlElement): boolean {
  const type = attributeOf(link, 'type');
  return type === undefined || /html/i.test(type);
}
