import { escapeText } from '@/e2e/world/news/html';
import { contentOf, feedUrlOf, homeOf, linkOf, type Feed, type FeedEntry } from './feed';

/** Atom 1.0: the text is HTML, escaped. */
export function writeAtom(feed: Feed): string {
  const { outlet, entries, updatedAt } = feed;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="${outlet.language}">
<title type="text">${escapeText(outlet.name)}</title>
<subtitle>${escapeText(outlet.tagline)}</subtitle>
<id>tag:${outlet.slug}.example,2026:feed</id>
<link rel="self" type="application/atom+xml" href="${feedUrlOf(feed)}"/>
<link rel="alternate" type="text/html" href="${homeOf(feed)}"/>
<updated>${new Date(updatedAt).toISOString()}</updated>
<author><name>${escapeText(outlet.byline)}</name></author>
${entries.map((entry) => writeEntry(entry, feed)).join('\n')}
</feed>
`;
}

function writeEntry(entry: FeedEntry, feed: Feed): string {
  const { item, guid, publishedAt } = entry;
  const { outlet, origin } = feed;
  const content = contentOf(entry, feed);
  const lines = [
    `<title type="html">${escapeText(escapeText(item.title))}</title>`,
    `<id>tag:${outlet.slug}.example,2026:${escapeText(guid)}</id>`,
    `<link rel="alternate" type="text/html" href="${escapeText(linkOf(entry, feed))}"/>`,
    ...(publishedAt === undefined
      ? []
      : [
          `<published>${new Date(publishedAt).toISOString()}</published>`,
          `<updated>${new Date(Math.max(publishedAt, item.updatedAt)).toISOString()}</updated>`,
        ]),
    ...item.categories.map((category) => `<category term="${escapeText(category)}"/>`),
    `<summary type="text">${escapeText(item.dek)}</summary>`,
    ...(content === undefined ? [] : [`<content type="html">${escapeText(content)}</content>`]),
    ...(item.picture && outlet.feed.picture !== 'none'
      ? [`<media:thumbnail url="${origin}${item.picture.path}" width="1200" height="675"/>`]
      : []),
  ];
  return `<entry>\n${lines.join('\n')}\n</entry>`;
}
