import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { toPage, type Answer } from '@/e2e/world/answer';
import { writeAtom } from '@/e2e/world/feeds/atom';
import type { Feed } from '@/e2e/world/feeds/feed';
import { writeJsonFeed } from '@/e2e/world/feeds/json-feed';
import { writeRdf } from '@/e2e/world/feeds/rdf';
import { writeRss } from '@/e2e/world/feeds/rss';
import type { FeedFormat, Outlet } from '@/e2e/world/news/outlets';
import { distortItems, distortText, toEntries } from './distort-feed';
import { frontPage } from './outlet-pages';
import type { OutletParts } from './outlet-parts';

const MAX_AGE_SECONDS = 5;

const FORMATS: Readonly<
  Record<FeedFormat, { readonly type: string; readonly write: (feed: Feed) => string }>
> = {
  rss: { type: 'application/rss+xml', write: writeRss },
  atom: { type: 'application/atom+xml', write: writeAtom },
  rdf: { type: 'application/rdf+xml', write: writeRdf },
  json: { type: 'application/feed+json', write: writeJsonFeed },
};

/** An outlet's feed as it stands, its faults included; 304 where the asker has it already. */
export function answerFeed(outlet: Outlet, asked: IncomingHttpHeaders, parts: OutletParts): Answer {
  const { faults } = parts;
  const challenge = faults.find(outlet.slug, 'challenge');
  if (challenge) return toPage(challengePage(outlet), challenge.status ?? 403);
  if (faults.find(outlet.slug, 'html')) return toPage(frontPage(outlet, [], parts.origin));
  const feed = toFeed(outlet, parts);
  const { type, write } = FORMATS[outlet.feed.format];
  const { charset } = outlet.feed;
  const text = distortText(write(feed), outlet, faults);
  const body = encode(text, faults.find(outlet.slug, 'wrong-charset') ? 'iso-8859-1' : charset);
  const headers = validators(outlet, body, feed.updatedAt);
  const label = charset === 'utf-8' ? '; charset=utf-8' : '';
  const answer: Answer = { status: 200, type: `${type}${label}`, body, headers };
  if (faults.find(outlet.slug, 'unconditional')) return { ...answer, headers: {} };
  return isKnown(asked, headers) ? { ...answer, status: 304, body: '' } : answer;
}

function toFeed(outlet: Outlet, { newsroom, faults, origin, startedAt, now }: OutletParts): Feed {
  const silent = faults.find(outlet.slug, 'silent');
  const shown = newsroom
    .itemsOf(outlet.slug)
    .filter(({ firstShownAt }) => silent === undefined || firstShownAt <= silent.sinceMs)
    .slice(0, outlet.feed.limit);
  const items = distortItems(shown, outlet, faults);
  return {
    outlet,
    origin,
    updatedAt: Math.max(
      silent ? 0 : (newsroom.changedAt(outlet.slug) ?? startedAt),
      ...faults
        .list(outlet.slug)
        .filter(({ kind }) => kind !== 'unconditional')
        .map(({ sinceMs }) => sinceMs),
    ),
    entries: toEntries(items, outlet, { faults, nowMs: now() }),
  };
}

/** Latin-1 has no letters beyond 255: they become numbers, as old software writes them. */
function encode(text: string, charset: Outlet['feed']['charset']): Buffer {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8');
  const plain = text.replace(/[^\u0000-\u00ff]/gu, (character) => `&#${character.codePointAt(0)};`);
  return Buffer.from(plain, 'latin1');
}

function validators({ feed }: Outlet, body: Buffer, updatedAt: number): Readonly<Record<string, string>> {
  const etag = `"${createHash('sha1').update(body).digest('hex').slice(0, 20)}"`;
  const modified = new Date(Math.ceil(updatedAt / 1_000) * 1_000).toUTCString();
  return {
    'cache-control': `public, max-age=${MAX_AGE_SECONDS}`,
    ...(feed.validators === 'both' || feed.validators === 'etag' ? { etag } : {}),
    ...(feed.validators === 'both' || feed.validators === 'last-modified'
      ? { 'last-modified': modified }
      : {}),
  };
}

/** An asker who names both is answered by the tag alone (RFC 9110, 13.1.3). */
function isKnown(asked: IncomingHttpHeaders, known: Readonly<Record<string, string>>): boolean {
  const tag = asked['if-none-match'];
  if (tag !== undefined && known.etag !== undefined) return tag === known.etag;
  const since = Date.parse(asked['if-modified-since'] ?? '');
  const modified = Date.parse(known['last-modified'] ?? '');
  return since >= modified;
}

function challengePage({ name }: Outlet): string {
  return `<!DOCTYPE html><html lang="en"><head><title>Just a moment...</title></head><body><h1>Checking your browser before you reach ${name}</h1><p>Please turn JavaScript on and reload the page.</p></body></html>`;
}
