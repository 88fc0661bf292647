import { Parser } from 'htmlparser2';
import { toHttpUrl } from '@/lib/core/url';
import type { FeedLink, NotAFeed } from '@/lib/model/parsed-feed';
import type { DocumentKind } from './recognise-document';

const MAX_SCANNED_CHARS = 200_000;
const MAX_FEED_LINKS = 20;
const MAX_NAME_CHARS = 40;
const FEED_TYPES = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b/i;

const KNOWN_XML: Readonly<Record<string, string>> = {
  urlset: 'a sitemap',
  sitemapindex: 'an index of sitemaps',
  opml: 'an OPML list of feeds',
  svg: 'a picture',
  error: 'an error message in XML',
};

/** Says what a document is that is no feed; an HTML page is searched for the feeds it points to. */
export function explainNonFeed(
  document: Exclude<DocumentKind, { kind: 'xml-feed' }>,
  text: string,
  url: string | undefined,
): NotAFeed {
  if (document.kind === 'html') return explainHtml(text, url);
  const messages = {
    empty: 'The document is empty.',
    text: 'The document is plain text, not a feed.',
    json: 'The document is JSON, but not a JSON Feed.',
    'other-xml': `The document is ${document.kind === 'other-xml' ? xmlName(document.root) : 'XML'}, not a feed.`,
  };
  return { kind: 'not-a-feed', reason: document.kind, message: messages[document.kind], feedLinks: [] };
}

function explainHtml(text: string, url: string | undefined): NotAFeed {
  const { title, feedLinks } = readPage(text, url);
  const named = title === undefined ? '' : ` titled "${title}"`;
  const pointer = feedLinks[0] ? ` It points to a feed at ${feedLinks[0].url}.` : ' It names no feed.';
  const message = `The document is an HTML page${named}, not a feed.${pointer}`;
  return { kind: 'not-a-feed', reason: 'html', message, feedLinks };
}

function xmlName(root: string): string {
  return KNOWN_XML[root] ?? `XML whose root is <${root.slice(0, MAX_NAME_CHARS)}>`;
}

function readPage(
  text: string,
  url: string | undefined,
): { title: string | undefined; feedLinks: FeedLink[] } {
  const feedLinks: FeedLink[] = [];
  let title = '';
  let base = url;
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      inTitle = name === 'title' && title === '';
      if (name === 'base') base = toHttpUrl(attributes['href'] ?? '', url)?.href ?? base;
      const link = name === 'link' ? toFeedLink(attributes, base) : undefined;
      if (link && feedLinks.length < MAX_FEED_LINKS && !feedLinks.some((known) => known.url === link.url)) {
        feedLinks.push(link);
      }
    },
    ontext(piece) {
      if (inTitle) title += piece;
    },
    onclosetag() {
      inTitle = false;
    },
  });
  parser.end(text.slice(0, MAX_SCANNED_CHARS));
  const clean = title.replace(/\s+/g, ' ').trim().slice(0, 120);
  return { title: clean === '' ? undefined : clean, feedLinks };
}

function toFeedLink(attributes: Record<string, string>, base: string | undefined): FeedLink | undefined {
  const rels = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
  if (!rels.includes('alternate') || !FEED_TYPES.test(attributes['type'] ?? '')) return undefined;
  const url = toHttpUrl(attributes['href'] ?? '', base)?.href;
  return url === undefined ? undefined : { url, title: attributes['title']?.trim() || undefined };
}
