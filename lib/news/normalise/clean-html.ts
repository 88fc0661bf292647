import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';
import { toHttpUrl } from '@/lib/core/url';
import { cleanUrl } from './canonical-url';

const MAX_HTML_CHARS = 300_000;
/** A hundred thousand unclosed tags take the cleaner seconds; no article has as many as this. */
const MAX_TAGS = 10_000;
const MAX_NESTING = 40;
/** A picture no larger than this counts readers. */
const MAX_BEACON_PIXELS = 3;
/** Places whose pictures count readers, or stand for a single character. */
const BEACONS =
  /^https?:\/\/(?:feeds\.feedburner\.com\/~|feedproxy\.google\.com\/~|pixel\.|stats\.wordpress\.com\/|[\w.-]*doubleclick\.net\/|www\.google-analytics\.com\/|s\.w\.org\/images\/core\/emoji\/|[\w.]*gravatar\.com\/)/i;
const NEEDS_CLEANING = /[<>&]/;
const LAZY_SOURCES = ['data-src', 'data-lazy-src', 'data-original', 'data-orig-file', 'src'];

const OPTIONS: IOptions = {
  allowedTags: (
    'h2 h3 h4 h5 h6 p div br hr ul ol li dl dt dd a strong b em i u s del ins sub sup small mark abbr ' +
    'blockquote q cite code pre kbd table caption thead tbody tfoot tr th td figure figcaption img'
  ).split(' '),
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'alt', 'width', 'height'],
    th: ['colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    ol: ['start'],
  },
  allowedSchemes: ['http', 'https'],
  allowedSchemesByTag: { a: ['http', 'https', 'mailto'] },
  allowProtocolRelative: false,
  nonTextTags: (
    'script style textarea option xmp noscript noembed noframes plaintext title iframe frameset object applet svg math ' +
    'template form button select datalist audio video canvas map'
  ).split(' '),
  nestingLimit: MAX_NESTING,
  exclusiveFilter: (frame) => frame.tag === 'img' && (!frame.attribs['src'] || isBeacon(frame.attribs)),
};

/**
 * A stranger's HTML by an allow-list: text, headings, lists, tables, quotations, code, links and pictures, all
 * addresses absolute. Nothing that runs, frames, styles or counts.
 * @param base where relative addresses start from.
 */
export function cleanHtml(html: string, base: string | undefined): string {
  if (!NEEDS_CLEANING.test(html)) return html.slice(0, MAX_HTML_CHARS).trim();
  return sanitizeHtml(bound(html), {
    ...OPTIONS,
    transformTags: {
      h1: 'h2',
      section: 'div',
      article: 'div',
      strike: 's',
      a: (_, attributes) => ({ tagName: 'a', attribs: toLinkAttributes(attributes, base) }),
      img: (_, attributes) => ({ tagName: 'img', attribs: toImageAttributes(attributes, base) }),
      td: toCell,
      th: toCell,
      ol: (tagName, attributes) => ({ tagName, attribs: keepNumber('start', attributes) }),
    },
  }).trim();
}

function bound(html: string): string {
  const bounded = html.slice(0, MAX_HTML_CHARS);
  let at = -1;
  for (let tags = 0; tags <= MAX_TAGS; tags += 1) {
    at = bounded.indexOf('<', at + 1);
    if (at === -1) return bounded;
  }
  return bounded.slice(0, at);
}

function toLinkAttributes({ href = '' }: Attributes, base: string | undefined): Attributes {
  const address = href.trim().toLowerCase().startsWith('mailto:') ? href.trim() : cleanUrl(href, base);
  return address === undefined ? {} : { href: address, rel: 'nofollow noopener ugc' };
}

function toCell(tagName: string, attributes: Attributes): Tag {
  return { tagName, attribs: { ...keepNumber('colspan', attributes), ...keepNumber('rowspan', attributes) } };
}

function toImageAttributes(attributes: Attributes, base: string | undefined): Attributes {
  const src = imageSource(attributes, base);
  return {
    ...(src !== undefined && { src }),
    alt: attributes['alt'] ?? '',
    ...keepNumber('width', attributes),
    ...keepNumber('height', attributes),
  };
}

/** The picture itself where `src` holds only a placeholder until somebody scrolls. */
function imageSource(attributes: Attributes, base: string | undefined): string | undefined {
  const firstOfSet = /^\s*(\S+)/.exec(attributes['srcset'] ?? attributes['data-srcset'] ?? '')?.[1];
  for (const written of [...LAZY_SOURCES.map((name) => attributes[name]), firstOfSet]) {
    const url = written === undefined ? undefined : toHttpUrl(written.replaceAll('&amp;', '&'), base);
    if (url) return url.href;
  }
  return undefined;
}

function keepNumber(name: string, attributes: Attributes): Attributes {
  const value = attributes[name] ?? '';
  return /^\d{1,4}$/.test(value) ? { [name]: value } : {};
}

function isBeacon(attributes: Attributes): boolean {
  if (BEACONS.test(attributes['src'] ?? '')) return true;
  const small = (value: string | undefined) => value !== undefined && Number(value) <= MAX_BEACON_PIXELS;
  return small(attributes['width']) || small(attributes['height']);
}
