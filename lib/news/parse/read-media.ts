import type { ParsedEnclosure } from '@/lib/model/parsed-feed';
import { resolveUrl } from './bases';
import { attributeOf, childText, childrenOf, textOf, type XmlElement } from './xml-element';

const MAX_ENCLOSURES = 50;
const IMAGE_NAME = /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i;

/** The picture of an item: what is marked as one, the plainest mark first. */
export function readImage(item: XmlElement, base: string | undefined): string | undefined {
  const groups = childrenOf(item, 'media:group');
  const media = [item, ...groups].flatMap((parent) => childrenOf(parent, 'media:content'));
  const nested = [item, ...groups, ...media].flatMap((parent) => childrenOf(parent, 'media:thumbnail'));
  const address =
    media.filter(isPicture).map(urlOf).find(isGiven) ??
    nested.map(urlOf).find(isGiven) ??
    childrenOf(item, 'enclosure').filter(isPicture).map(urlOf).find(isGiven) ??
    childrenOf(item, 'itunes:image')
      .map((image) => attributeOf(image, 'href'))
      .find(isGiven) ??
    childrenOf(item, 'image')
      .map((image) => childText(image, 'url') ?? attributeOf(image, 'href') ?? urlOf(image) ?? textOf(image))
      .find(isGiven);
  return address === undefined ? undefined : resolveUrl(address, base);
}

/** RSS's `<enclosure>` and Atom's links of that relation. */
export function readEnclosures(item: XmlElement, base: string | undefined): ParsedEnclosure[] {
  const links = childrenOf(item, 'link', 'atom:link').filter(
    (link) => attributeOf(link, 'rel') === 'enclosure',
  );
  return [...childrenOf(item, 'enclosure'), ...links]
    .flatMap((element) => toEnclosure(element, base) ?? [])
    .slice(0, MAX_ENCLOSURES);
}

function toEnclosure(element: XmlElement, base: string | undefined): ParsedEnclosure | undefined {
  const url = attributeOf(element, 'url') ?? attributeOf(element, 'href');
  if (url === undefined) return undefined;
  const length = Number(attributeOf(element, 'length'));
  return {
    url: resolveUrl(url, base),
    type: attributeOf(element, 'type'),
    length: Number.isSafeInteger(length) && length > 0 ? length : undefined,
  };
}

function isPicture(element: XmlElement): boolean {
  if (attributeOf(element, 'medium') === 'image') return true;
  const type = attributeOf(element, 'type');
  if (type !== undefined) return type.toLowerCase().startsWith('image');
  return attributeOf(element, 'medium') === undefined && IMAGE_NAME.test(urlOf(element) ?? '');
}

function urlOf(element: XmlElement): string | undefined {
  return attributeOf(element, 'url');
}

function isGiven(address: string | undefined): address is string {
  return address !== undefined;
}
