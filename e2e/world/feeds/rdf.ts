import { escapeText } from '@/e2e/world/news/html';
import { contentOf, homeOf, linkOf, type Feed, type FeedEntry } from './feed';

/** RSS 1.0: items stand beside the channel and have no other id than their address. */
export function writeRdf(feed: Feed): string {
  const { outlet, entries } = feed;
  const addresses = entries.map((entry) => `<rdf:li rdf:resource="${escapeText(linkOf(entry, feed))}" />`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xml:lang="${outlet.language}">
<channel rdf:about="${homeOf(feed)}">
<title>${escapeText(outlet.name)}</title>
<link>${homeOf(feed)}</link>
<description>${escapeText(outlet.tagline)}</description>
<dc:language>${outlet.language}</dc:language>
<dc:date>${toW3cDate(feed.updatedAt)}</dc:date>
<items><rdf:Seq>${addresses.join('')}</rdf:Seq></items>
</channel>
${entries.map((entry) => writeItem(entry, feed)).join('\n')}
</rdf:RDF>
`;
}

function writeItem(entry: FeedEntry, feed: Feed): string {
  const { item, guid, publishedAt } = entry;
  const link = escapeText(linkOf(entry, feed));
  const content = contentOf(entry, feed) ?? '';
  const lines = [
    `<title>${escapeText(item.title)}</title>`,
    `<link>${link}</link>`,
    `<description>${escapeText(item.dek)}</description>`,
    `<dc:identifier>${escapeText(guid)}</dc:identifier>`,
    `<dc:creator>${escapeText(feed.outlet.byline)}</dc:creator>`,
    ...item.categories.map((category) => `<dc:subject>${escapeText(category)}</dc:subject>`),
    ...(publishedAt === undefined ? [] : [`<dc:date>${toW3cDate(publishedAt)}</dc:date>`]),
    `<content:encoded><![CDATA[${content.replaceAll(']]>', ']]&gt;')}]]></content:encoded>`,
  ];
  return `<item rdf:about="${link}">\n${lines.join('\n')}\n</item>`;
}

function toW3cDate(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, '+00:00');
}
