import { putOffFeed } from '@/db/writes/put-off-feed';
import { recordFetch } from '@/db/writes/record-fetch';
import type { Bus } from '@/lib/live/bus/bus';
import type { FeedToPoll, FetchTrigger } from '@/lib/model/feed';
import type { FetchRecord } from '@/lib/model/fetch-record';
import type { Intake } from '@/lib/model/intake';
import type { Clock } from '@/lib/system/clock';
import type { Http } from '@/lib/system/http';
import type { Logger } from '@/lib/system/log';
import { createTurns } from './create-turns';
import type { NewsDesk } from './desk';
import { fetchFeed, type FetchedFeed, type PutOff } from './fetch/fetch-feed';
import { followHub } from './follow-hub';
import { hashBody } from './hash-body';
import type { Poll } from './poll';
import type { Reader } from './reader';
import { takeIn } from './take-in';
import { toFetchRecord } from './to-fetch-record';

/** Polls that store at the same time: the pages need connections too. */
const MAX_STORING = 4;

const inTurn = createTurns(MAX_STORING);

export interface NewsParts {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Logger;
  readonly http: Http;
  readonly desk: NewsDesk;
  readonly reader: Reader;
  /** Where hubs can reach this desk; it follows none where they cannot. */
  readonly publicUrl?: string | undefined;
}

export interface PollResult {
  readonly record: FetchRecord;
  readonly revised: number;
}

/**
 * Asks one feed and takes in what it has: fetch → read → place and store → record.
 * @returns `undefined` where it was not asked, since its host has enough to do with us: it is put off.
 */
export async function pollFeed(
  feed: FeedToPoll,
  parts: NewsParts,
  trigger: FetchTrigger = 'timer',
): Promise<PollResult | undefined> {
  const startedAt = parts.clock();
  const fetched = await fetchFeed(parts.http, feed, { now: startedAt });
  if (fetched.kind === 'put-off') return putOff(feed, fetched, parts);
  const reading = fetched.kind === 'fetched' ? await readUnlessSame(fetched, feed, parts) : undefined;
  return inTurn(async () => {
    const intake = await takeInReading(reading, feed, parts);
    const poll: Poll = { feed, trigger, startedAt, now: parts.clock(), fetched, reading, intake };
    const record = toFetchRecord(poll);
    await recordFetch(record);
    if (parts.publicUrl !== undefined) await followHub(poll);
    return { record, revised: intake.revised };
  });
}

async function putOff(
  feed: FeedToPoll,
  { afterMs, message }: PutOff,
  { clock }: NewsParts,
): Promise<undefined> {
  await putOffFeed(feed.id, new Date(clock().getTime() + afterMs), message);
}

/** A document that came by itself, as from a hub. */
export interface PushedDocument {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
}

/**
 * Takes in what a hub sent for a feed: the same way, without asking. A hub may send the new items alone, so the last
 * whole answer stays what the next one is compared with.
 */
export async function takeInPush(
  feed: FeedToPoll,
  { bytes, contentType }: PushedDocument,
  parts: NewsParts,
): Promise<PollResult> {
  const startedAt = parts.clock();
  const fetched = toFetched(feed, bytes, contentType);
  const partial = { ...feed, document: undefined };
  const reading = await read(fetched, partial, parts);
  return inTurn(async () => {
    const intake = await takeInReading(reading, partial, parts);
    const poll: Poll = { feed, trigger: 'push', startedAt, now: parts.clock(), fetched, reading, intake };
    const record = { ...toFetchRecord(poll), document: undefined, validators: undefined };
    await recordFetch(record);
    return { record, revised: intake.revised };
  });
}

function readUnlessSame(
  fetched: FetchedFeed,
  feed: FeedToPoll,
  parts: NewsParts,
): Promise<Poll['reading']> | 'same-body' {
  const { document } = feed;
  if (document && document.bodyHash === hashBody(fetched.bytes)) return 'same-body';
  return read(fetched, feed, parts);
}

function read(
  { bytes, contentType, url }: FetchedFeed,
  feed: FeedToPoll,
  { clock, reader }: NewsParts,
): ReturnType<Reader['read']> {
  const known = new Set(feed.document?.listed.map((item) => item.fingerprint));
  return reader.read({ bytes, contentType, url, source: feed.source, seenAt: clock(), known });
}

async function takeInReading(reading: Poll['reading'], feed: FeedToPoll, parts: NewsParts): Promise<Intake> {
  if (typeof reading !== 'object' || reading.kind !== 'articles') return NOTHING;
  return takeIn(reading.items, feed, parts);
}

function toFetched(feed: FeedToPoll, bytes: Uint8Array, contentType: string | undefined): FetchedFeed {
  return {
    kind: 'fetched',
    status: 200,
    bytes,
    wireBytes: bytes.length,
    contentType,
    url: feed.url,
    movedTo: undefined,
    etag: undefined,
    lastModified: undefined,
    maxAgeSeconds: undefined,
    hubs: [],
    selfLink: undefined,
  };
}

const NOTHING: Intake = {
  stored: 0,
  revised: 0,
  retitled: 0,
  unchanged: 0,
  failed: 0,
  reidentified: 0,
  withdrawn: 0,
  listed: [],
};
