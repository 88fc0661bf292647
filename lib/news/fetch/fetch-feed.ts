import { formatDuration } from '@/lib/core/time';
import type { FeedToPoll } from '@/lib/model/feed';
import type { Http, HttpResponse } from '@/lib/system/http';
import type { HttpFailure } from '@/lib/system/http-failure';
import { describeStatus } from './describe-status';
import { findChallenge } from './find-challenge';
import { readAnnouncedLinks } from './read-announced-links';
import { readMaxAge } from './read-max-age';
import { readRetryAfter } from './read-retry-after';

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';

/** What asking a feed came to. Every answer but `fetched` carries a sentence for the operator, or needs none. */
export type FetchResult =
  | FetchedFeed
  | {
      readonly kind: 'not-modified';
      readonly status: number;
      /** Where the address has moved for good. */
      readonly movedTo: string | undefined;
      /** How long the site says its answer keeps. */
      readonly maxAgeSeconds: number | undefined;
    }
  | {
      readonly kind: 'limited';
      readonly status: number;
      readonly retryAfterMs: number | undefined;
      readonly message: string;
    }
  | { readonly kind: 'gone'; readonly status: number; readonly message: string }
  | { readonly kind: 'failed'; readonly status: number | undefined; readonly message: string };

/** It was not asked: its host has enough to do with us already. Nothing is known of it that was not before. */
export interface PutOff {
  readonly kind: 'put-off';
  readonly afterMs: number;
  readonly message: string;
}

export interface FetchedFeed {
  readonly kind: 'fetched';
  readonly status: number;
  /** Decompressed. */
  readonly bytes: Uint8Array;
  /** As they travelled. */
  readonly wireBytes: number;
  readonly contentType: string | undefined;
  /** Where the answer came from after redirects; its validators hold for that address alone. */
  readonly url: string;
  /** Where the address has moved for good, by an unbroken chain of permanent redirects. */
  readonly movedTo: string | undefined;
  /** To be sent back to the letter, a weak one too. */
  readonly etag: string | undefined;
  /** To be sent back to the letter. */
  readonly lastModified: string | undefined;
  /** How long the site says its answer keeps. */
  readonly maxAgeSeconds: number | undefined;
  /** WebSub hubs named in `Link` headers, in their order. */
  readonly hubs: readonly string[];
  /** The feed's own address by a `Link` header. */
  readonly selfLink: string | undefined;
}

/** A feed's address, and what of it we have already. */
export type AskedFeed = Pick<FeedToPoll, 'url' | 'etag' | 'lastModified'> &
  Partial<Pick<FeedToPoll, 'validatorsUrl'>>;

/** Asks a feed once, saying what we have already so that an unchanged feed costs the site nothing. */
export async function fetchFeed(
  http: Pick<Http, 'get'>,
  feed: AskedFeed,
  { now, signal }: { readonly now: Date; readonly signal?: AbortSignal },
): Promise<FetchResult | PutOff> {
  const conditions = {
    ...(feed.etag !== undefined && { 'if-none-match': feed.etag }),
    ...(feed.lastModified !== undefined && { 'if-modified-since': feed.lastModified }),
  };
  // Two addresses may use one ETag for two documents: it is shown to nobody but the address it came from.
  const only = { url: new URL(feed.validatorsUrl ?? feed.url).href, headers: conditions };
  const result = await http.get(feed.url, { headers: { accept: ACCEPT }, only, ...(signal && { signal }) });
  if (result.kind === 'failed') return toFailed(result);
  const wasConditional = Object.keys(conditions).length > 0 && result.url === only.url;
  return judgeAnswer(result, { now, wasConditional });
}

function toFailed({ reason, message, afterMs }: HttpFailure): FetchResult | PutOff {
  if (reason === 'busy' && afterMs !== undefined) return { kind: 'put-off', afterMs, message };
  return { kind: 'failed', status: undefined, message };
}

function judgeAnswer(
  response: HttpResponse,
  { now, wasConditional }: { readonly now: Date; readonly wasConditional: boolean },
): FetchResult {
  const { status, headers } = response;
  if (status === 304) return wasConditional ? toNotModified(response, now) : unaskedNotModified();
  const challenger = findChallenge(response);
  if (challenger !== undefined) return turnedAway(status, challenger);
  if (status === 200) return toFetched(response, now);
  if (status === 410) {
    return { kind: 'gone', status, message: 'The site says the feed is gone for good (410).' };
  }
  if (status === 429 || status === 503) return limited(status, readRetryAfter(headers['retry-after'], now));
  return { kind: 'failed', status, message: describeStatus(response) };
}

function toFetched(response: HttpResponse, now: Date): FetchedFeed {
  const { headers } = response;
  return {
    kind: 'fetched',
    status: response.status,
    bytes: response.bytes,
    wireBytes: response.wireBytes,
    contentType: headers['content-type'],
    url: response.url,
    movedTo: response.permanentRedirectTo,
    etag: headers['etag'],
    lastModified: headers['last-modified'],
    maxAgeSeconds: readMaxAge(headers, now),
    ...readAnnouncedLinks(headers['link'], response.url),
  };
}

function toNotModified(response: HttpResponse, now: Date): FetchResult {
  const { status, headers, permanentRedirectTo: movedTo } = response;
  return { kind: 'not-modified', status, movedTo, maxAgeSeconds: readMaxAge(headers, now) };
}

/** Some caches answer everybody with another's 304: taken for "unchanged", the feed would be silent for ever. */
function unaskedNotModified(): FetchResult {
  const message =
    'The site says that nothing has changed (304), though we did not say what we have: the answer is not meant for us.';
  return { kind: 'failed', status: 304, message };
}

/** Told, never evaded: a site that wants no programs is asked by a person, not tricked. */
function turnedAway(status: number, challenger: string): FetchResult {
  const message = `The site's bot protection turned us away (${status}, ${challenger}): it lets in browsers only. Its owner can let our reader in, or name a feed without it.`;
  return { kind: 'failed', status, message };
}

function limited(status: number, retryAfterMs: number | undefined): FetchResult {
  const why =
    status === 429 ? 'The site asks us to come less often (429)' : 'The site is not available for now (503)';
  const wait =
    retryAfterMs === undefined
      ? ''
      : `${status === 429 ? ' and' : ' and asks us'} to wait ${formatDuration(retryAfterMs)}`;
  return { kind: 'limited', status, retryAfterMs, message: `${why}${wait}.` };
}
