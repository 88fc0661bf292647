import { escapeText } from '@/e2e/world/news/html';
import { contentOf, feedUrlOf, homeOf, linkOf, type Feed, type FeedEntry } from './feed';

/** Outlets write local time as often as they write UTC. */
const OFFSETS_HOURS: Readonly<Record<string, number>> = { HK: 8, DE: 1, SG: 8, AU: 10 };
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const HOUR_MS = 3_600_000;

const NAMESPACES = [
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ');

/** RSS 2.0 as blog software writes it. */
export function writeRss(feed: Feed): string {
  const { outlet, entries } = feed;
  return `<?xml version="1.0" encoding="${outlet.feed.charset.toUpperCase()}"?>
<rss version="2.0" ${NAMESPACES}>
<channel>
<title>${escapeText(outlet.name)}</title>
<link>${homeOf(feed)}</link>
<atom:link href="${feedUrlOf(feed)}" rel="self" type="application/rss+xml" />
<description>${escapeText(outlet.tagline)}</description>
<language>${outlet.language}</language>
<lastBuildDate>${toRfc822(feed.updatedAt, 0)}</lastBuildDate>
${entries.map((entry) => writeItem(entry, feed)).join('\n')}
</channel>
</rss>
`;
}

function writeItem(entry: FeedEntry, feed: Feed): string {
  const { item, guid, publishedAt } = entry;
  const offset = OFFSETS_HOURS[feed.outlet.country] ?? 0;
  const content = contentOf(entry, feed);
  const lines = [
    `<title>${escapeText(item.title)}</title>`,
    `<link>${toCdata(linkOf(entry, feed))}</link>`,
    `<guid isPermaLink="false">${escapeText(guid)}</guid>`,
    ...(publishedAt === undefined ? [] : [`<pubDate>${toRfc822(publishedAt, offset)}</pubDate>`]),
    `<dc:creator>${toCdata(feed.outlet.byline)}</dc:creator>`,
    ...item.categories.map((category) => `<category>${toCdata(category)}</category>`),
    `<description>${toCdata(item.dek)}</description>`,
    ...(content === undefined ? [] : [`<content:encoded>${toCdata(content)}</content:encoded>`]),
    ...writePicture(entry, feed),
    ...writeSource(entry, feed),
  ];
  return `<item>\n${lines.join('\n')}\n</item>`;
}

function writePicture({ item }: FeedEntry, { outlet, origin }: Feed): readonly string[] {
  const { picture } = item;
  if (picture === undefined) return [];
  const url = `${origin}${picture.path}`;
  switch (outlet.feed.picture) {
    case 'media-content':
      return [
        `<media:content url="${url}" type="${picture.type}" medium="image" width="1200" height="675"><media:description>${escapeText(picture.alt)}</media:description></media:content>`,
      ];
    case 'media-thumbnail':
      return [`<media:thumbnail url="${url}" width="1200" height="675" />`];
    case 'enclosure':
      return [`<enclosure url="${url}" type="${picture.type}" length="0" />`];
    case 'in-text':
    case 'none':
      return [];
  }
}

/** Only an aggregator that posts excerpts names its source the way the standard asks for. */
function writeSource({ item }: FeedEntry, { outlet }: Feed): readonly string[] {
  if (item.repostOf === undefined || outlet.feed.fullText) return [];
  return [`<source url="${item.repostOf.outletUrl}">${escapeText(item.repostOf.outletName)}</source>`];
}

function toCdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** `Mon, 23 Nov 2026 20:15:00 +0800`. */
function toRfc822(ms: number, offsetHours: number): string {
  const local = new Date(ms + offsetHours * HOUR_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${WEEKDAYS[local.getUTCDay()]}, ${two(local.getUTCDate())} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two).join(':');
  return `${day} ${time} ${offsetHours === 0 ? 'GMT' : `+${two(offsetHours)}00`}`;
}
