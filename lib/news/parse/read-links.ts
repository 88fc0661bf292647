import { baseOf, resolveUrl } from './bases';
import { attributeOf, childrenOf, textOf, type XmlElement } from './xml-element';

/** Atom's link for reading: `alternate`, HTML before other types; never the feed itself or a comment page. */
export function alternateLink(links: readonly XmlElement[], base: string | undefined): string | undefined {
  const candidates = links.filter((link) => attributeOf(link, 'href') !== undefined);
  const alternates = candidates.filter((link) => (attributeOf(link, 'rel') ?? 'alternate') === 'alternate');
  const chosen = alternates.find(isHtmlLink) ?? alternates[0];
  const href = chosen === undefined ? undefined : attributeOf(chosen, 'href');
  return href === undefined || chosen === undefined ? undefined : resolveUrl(href, baseOf(chosen, base));
}

export function linkByRel(
  links: readonly XmlElement[],
  rel: string,
  base: string | undefined,
): string | undefined {
  const link = links.find((candidate) => attributeOf(candidate, 'rel') === rel);
  const href = link === undefined ? undefined : attributeOf(link, 'href');
  return href === undefined ? undefined : resolveUrl(href, base);
}

/** RSS's link: the text of the last `<link>` that has some, as other readers take it, or an address in its attribute. */
export function plainLink(parent: XmlElement, base: string | undefined): string | undefined {
  for (const link of childrenOf(parent, 'link').toReversed()) {
    const address = textOf(link) ?? attributeOf(link, 'href');
    if (address !== undefined) return resolveUrl(address, baseOf(link, base));
  }
  return undefined;
}

function isHtmlLink(link: XmlElement): boolean {
  const type = attributeOf(link, 'type');
  return type === undefined || /html/i.test(type);
}
