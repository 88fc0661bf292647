import { recordFetch } from '@/db/writes/record-fetch';
import type { Bus } from '@/lib/live/bus/bus';
import type { FeedToPoll } from '@/lib/model/feed';
import type { FetchRecord } from '@/lib/model/fetch-record';
import type { Intake } from '@/lib/model/intake';
import type { Clock } from '@/lib/system/clock';
import type { Http } from '@/lib/system/http';
import type { Logger } from '@/lib/system/log';
import type { NewsDesk } from './desk';
import { fetchFeed, type FetchResult } from './fetch/fetch-feed';
import type { Reading } from './read-articles';
import type { Reader } from './reader';
import { takeIn } from './take-in';
import { toFetchRecord } from './to-fetch-record';

export interface NewsParts {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Logger;
  readonly http: Http;
  readonly desk: NewsDesk;
  readonly reader: Reader;
}

export interface PollResult {
  readonly record: FetchRecord;
  readonly revised: number;
}

/** Asks one feed and takes in what it has: fetch → read → tag → place → store → publish → record. */
export async function pollFeed(feed: FeedToPoll, parts: NewsParts): Promise<PollResult> {
  const startedAt = parts.clock();
  const fetched = await fetchFeed(parts.http, feed, { now: startedAt });
  const reading = fetched.kind === 'fetched' ? await read(fetched, feed, parts) : undefined;
  const intake = reading?.kind === 'articles' ? await takeIn(reading.items, feed, parts) : NOTHING;
  const record = toFetchRecord({ feed, startedAt, now: parts.clock(), fetched, reading, intake });
  await recordFetch(record);
  return { record, revised: intake.revised };
}

function read(fetched: Fetched, feed: FeedToPoll, { clock, reader }: NewsParts): Promise<Reading> {
  const known = new Set(feed.document?.listed.map((item) => item.fingerprint));
  const { bytes, contentType, url } = fetched;
  return reader.read({ bytes, contentType, url, source: feed.source, seenAt: clock(), known });
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

type Fetched = Extract<FetchResult, { kind: 'fetched' }>;
