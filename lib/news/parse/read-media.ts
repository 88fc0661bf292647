import type { ParsedEnclosure } from '@/lib/model/parsed-feed';
import { resolveUrl } from './bases';
import { elementNames } from './element-names';
import { attributeOf, childText, childrenOf, firstOf, textOf, type XmlElement } from './xml-element';

const GROUP = elementNames('media:group');
const CONTENT = elementNames('media:content');
const THUMBNAIL = elementNames('media:thumbnail');
const ENCLOSURE = elementNames('enclosure');
const PODCAST_IMAGE = elementNames('itunes:image');
const IMAGE = elementNames('image');
const IMAGE_ADDRESS = elementNames('url');
const LINKS = elementNames('link', 'atom:link');
const MAX_ENCLOSURES = 50;
const IMAGE_NAME = /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i;

/** The picture of an item: what is marked as one, the plainest mark first. */
export function readImage(item: XmlElement, base: string | undefined): string | undefined {
  const address =
    readMediaImage(item) ??
    firstOf(childrenOf(item, ENCLOSURE).filter(isPicture), urlOf) ??
    firstOf(childrenOf(item, PODCAST_IMAGE), (image) => attributeOf(image, 'href')) ??
    firstOf(
      childrenOf(item, IMAGE),
      (image) =>
        childText(image, IMAGE_ADDRESS) ?? attributeOf(image, 'href') ?? urlOf(image) ?? textOf(image),
    );
  return address === undefined ? undefined : resolveUrl(address, base);
}

function readMediaImage(item: XmlElement): string | undefined {
  const parents = [item, ...childrenOf(item, GROUP)];
  const media = parents.flatMap((parent) => childrenOf(parent, CONTENT));
  return (
    firstOf(media.filter(isPicture), urlOf) ??
    firstOf([...parents, ...media], (parent) => firstOf(childrenOf(parent, THUMBNAIL), urlOf))
  );
}

/** RSS's `<enclosure>` and Atom's links of that relation. */
export function readEnclosures(item: XmlElement, base: string | undefined): ParsedEnclosure[] {
  const links = childrenOf(item, LINKS).filter((link) => attributeOf(link, 'rel') === 'enclosure');
  return [...childrenOf(item, ENCLOSURE), ...links]
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
