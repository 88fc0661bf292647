import { describe, expect, test } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import type { FetchRecord } from '@/lib/model/fetch-record';
import { hashBody } from './hash-body';
import type { Poll } from './poll';
import {
  ago,
  answer,
  documentOf,
  feedWith,
  fresh,
  HTML_PAGE,
  LIMITED,
  NOT_MODIFIED,
  NOW,
  officeFeed,
  pollOf,
  reading,
} from './poll-testing';
import { toFetchRecord } from './to-fetch-record';

const record = (poll: Partial<Poll>) => toFetchRecord(pollOf(poll));
const secondsTo = ({ nextPollAt }: FetchRecord) => (nextPollAt.getTime() - NOW.getTime()) / SECOND_MS;

describe('a poll in the log', () => {
  test('of a feed read: its counts, what it holds now, and what to send back next time', () => {
    const fetched = { ...answer(undefined), etag: '"a"', wireBytes: 4 };
    const read = record({
      fetched,
      startedAt: ago(1_500),
      ...reading(fresh(30), { stored: 28, revised: 2 }),
    });
    expect(read).toMatchObject({
      durationMs: 1_500,
      trigger: 'timer',
      outcome: 'fetched',
      httpStatus: 200,
      bytes: 9,
      wireBytes: 4,
      tier: 'strict',
      items: 30,
      newArticles: 28,
      revisedArticles: 2,
      message: undefined,
      state: 'well',
      document: { bodyHash: hashBody(new Uint8Array(9)), items: 30, wireBytes: 4, readAt: NOW },
      validators: { etag: '"a"', url: 'https://post.example/feed' },
    });
    expect(read.rhythm?.lastArticleAt).toBe(ago(MINUTE_MS).toISOString());
  });

  test('of one unchanged: what that spared', () => {
    const feed = feedWith({ document: documentOf(30) });
    expect(record({ fetched: NOT_MODIFIED, feed })).toMatchObject({
      outcome: 'not-modified',
      savedBytes: 900,
      isUnchanged: false,
      document: undefined,
    });
    expect(record({ reading: 'same-body', feed })).toMatchObject({
      outcome: 'fetched',
      isUnchanged: true,
      items: 30,
      newArticles: 0,
      savedBytes: undefined,
      document: undefined,
    });
  });

  test('of a page for people: a failure in its words, and the good answer stays', () => {
    const page = record({ reading: HTML_PAGE, feed: feedWith({ document: documentOf(30) }) });
    expect(page).toMatchObject({
      outcome: 'failed',
      message: 'The document is an HTML page.',
      state: 'ill',
      items: undefined,
      document: undefined,
      validators: undefined,
    });
  });

  test('of articles that could not be stored: the next answer is read whole, whatever its bytes', () => {
    const read = record(reading(fresh(3), { failed: 1, stored: 2 }));
    expect(read.document?.bodyHash).toBe('');
    expect(read.validators).toBeUndefined();
    expect(read.message).toMatch(/1 articles? could not be stored/);
  });
});

describe('what follows from it', () => {
  test('Retry-After is obeyed to the second, and counted', () => {
    const fetched = { ...LIMITED, retryAfterMs: 2_000_400 };
    const limited = record({ fetched, feed: feedWith({ failures: 0 }) });
    expect(limited).toMatchObject({ retryAfterSeconds: 2_001, pollReason: 'told to wait 33 min' });
    expect(secondsTo(limited)).toBeGreaterThanOrEqual(2_000.4);
  });

  test('the longest wish counts: the document’s or the answer’s; the document’s holds until the next', () => {
    const feed = feedWith({ announcedIntervalSeconds: 600 });
    const aged = (maxAgeSeconds: number | undefined) =>
      record({ fetched: { ...NOT_MODIFIED, maxAgeSeconds }, feed }).announcedIntervalSeconds;
    expect([aged(900), aged(60), aged(undefined)]).toEqual([900, 600, 600]);
    expect(record({ ...reading(fresh(3)), feed }).announcedIntervalSeconds).toBeUndefined();
  });

  test('a feed of a known rhythm is asked as it publishes', () => {
    const next = record({ fetched: NOT_MODIFIED, feed: officeFeed() });
    expect(next.pollReason).toMatch(
      /^about \d\d articles a day, most around this hour: asked every \d+ (s|min)$/,
    );
    expect(secondsTo(next)).toBeLessThan(300);
  });

  test('part of a feed, sent by its hub, is no shrunken feed', () => {
    const feed = feedWith({ document: documentOf(30) });
    expect(record({ trigger: 'push', feed, ...reading(fresh(1)) }).findings).toEqual([]);
    expect(record({ trigger: 'push', feed, ...reading([]) }).state).toBe('well');
  });
});
