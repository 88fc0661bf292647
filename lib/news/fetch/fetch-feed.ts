import { SECOND_MS } from '@/lib/core/time';
import type { FeedToPoll } from '@/lib/model/feed';
import type { Http, HttpResponse } from '@/lib/system/http';

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';
/** A server that asks for more than a day is asked again after a day. */
const MAX_RETRY_AFTER_MS = 86_400_000;

/** What asking a feed came to. Every answer but `fetched` carries a sentence for the operator, or needs none. */
export type FetchResult =
  | {
      readonly kind: 'fetched';
      readonly status: number;
      readonly bytes: Uint8Array;
      readonly contentType: string | undefined;
      /** Where the answer came from after redirects. */
      readonly url: string;
      /** Where the address has moved for good, by an unbroken chain of permanent redirects. */
      readonly movedTo: string | undefined;
      readonly etag: string | undefined;
      readonly lastModified: string | undefined;
    }
  | { readonly kind: 'not-modified'; readonly status: number }
  | {
      readonly kind: 'limited';
      readonly status: number;
      readonly retryAfterMs: number | undefined;
      readonly message: string;
    }
  | { readonly kind: 'gone'; readonly status: number; readonly message: string }
  | { readonly kind: 'failed'; readonly status: number | undefined; readonly message: string };

/** Asks a feed once, saying what we have already so that an unchanged feed costs the site nothing. */
export async function fetchFeed(
  http: Http,
  feed: Pick<FeedToPoll, 'url' | 'etag' | 'lastModified'>,
  { now, signal }: { readonly now: Date; readonly signal?: AbortSignal },
): Promise<FetchResult> {
  const result = await http.get(feed.url, {
    headers: {
      accept: ACCEPT,
      ...(feed.etag !== undefined && { 'if-none-match': feed.etag }),
      ...(feed.lastModified !== undefined && { 'if-modified-since': feed.lastModified }),
    },
    ...(signal && { signal }),
  });
  if (result.kind === 'failed') return { kind: 'failed', status: undefined, message: result.message };
  return judgeAnswer(result, now);
}

function judgeAnswer(response: HttpResponse, now: Date): FetchResult {
  const { status, headers } = response;
  if (status === 200) {
    return {
      kind: 'fetched',
      status,
      bytes: response.bytes,
      contentType: headers['content-type'],
      url: response.url,
      movedTo: response.permanentRedirectTo,
      etag: headers['etag'],
      lastModified: headers['last-modified'],
    };
  }
  if (status === 304) return { kind: 'not-modified', status };
  if (status === 410)
    return { kind: 'gone', status, message: 'The site says the feed is gone for good (410).' };
  if (status === 429 || status === 503) return limited(status, readRetryAfter(headers['retry-after'], now));
  return { kind: 'failed', status, message: describeStatus(status) };
}

function limited(status: number, retryAfterMs: number | undefined): FetchResult {
  const why =
    status === 429 ? 'The site asks us to come less often (429)' : 'The site is not available for now (503)';
  const wait =
    retryAfterMs === undefined
      ? ''
      : ` and to wait ${Math.ceil(retryAfterMs / SECOND_MS)} s before the next request`;
  return { kind: 'limited', status, retryAfterMs, message: `${why}${wait}.` };
}

/** Seconds or an HTTP date; `undefined` for neither. */
function readRetryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(value.trim()) ? Number(value) * SECOND_MS : Date.parse(value) - now.getTime();
  return Number.isFinite(ms) ? Math.min(MAX_RETRY_AFTER_MS, Math.max(0, ms)) : undefined;
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
  400: 'The site does not understand the request (400).',
  401: 'The feed asks for a password (401).',
  402: 'The feed asks to be paid for (402).',
  403: 'The site refuses us (403): many sites turn programs away.',
  404: 'There is no such page (404): the feed may have moved.',
  406: 'The site has no feed for us at this address (406).',
  451: 'The feed is withheld for legal reasons here (451).',
};

function describeStatus(status: number): string {
  const words = STATUS_WORDS[status];
  if (words !== undefined) return words;
  if (status >= 500) return `The site has trouble of its own (${status}).`;
  return `The site gave an unexpected answer (${status}).`;
}
