import { siteOf } from '@/lib/core/url';

const MAX_NAME_CHARS = 80;
/** What follows such a mark in a feed's title is a slogan, not the name. */
const SLOGAN = /\s*(?:[|»–—>]|:\s|\s-\s).*$/;
const FEED_WORDS = /\s*\b(?:rss|atom|feed|news feed)\b\s*$/i;

/** What a source is called, by the title of its feed; without one, by its host. */
export function nameSource(title: string | undefined, url: string): string {
  const name = (title ?? '').replace(SLOGAN, '').replace(FEED_WORDS, '').trim();
  return (name === '' ? (siteOf(url) ?? url) : name).slice(0, MAX_NAME_CHARS);
}
