import { contentOf, feedUrlOf, homeOf, linkOf, type Feed, type FeedEntry } from './feed';

/** JSON Feed 1.1. */
export function writeJsonFeed(feed: Feed): string {
  const { outlet, entries } = feed;
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    description: outlet.tagline,
    home_page_url: homeOf(feed),
    feed_url: feedUrlOf(feed),
    language: outlet.language,
    authors: [{ name: outlet.byline }],
    items: entries.map((entry) => toItem(entry, feed)),
  };
  return JSON.stringify(document, null, 1);
}

function toItem(entry: FeedEntry, feed: Feed) {
  const { item, guid, publishedAt } = entry;
  return {
    id: guid,
    url: linkOf(entry, feed),
    title: item.title,
    summary: item.dek,
    content_html: contentOf(entry, feed),
    image: item.picture && `${feed.origin}${item.picture.path}`,
    date_published: publishedAt === undefined ? undefined : new Date(publishedAt).toISOString(),
    tags: item.categories,
  };
}
