import { SECOND_MS } from '@/lib/core/time';
import type { FeedDocument } from '@/lib/model/feed';
import { countWords } from '@/lib/model/feed-words';
import type { FetchRecord } from '@/lib/model/fetch-record';
import { hashBody } from './hash-body';
import { judgeHealth, type Health } from './judge-health';
import { judgeMove } from './judge-move';
import { learnFromPoll } from './learn-from-poll';
import { planNextPoll } from './plan-next-poll';
import { countUsable, endOf, itemsOf, type LearntPoll, type Poll } from './poll';

/** A poll as the log keeps it, with what it means for the feed's health and its next turn. */
export function toFetchRecord(poll: Poll): FetchRecord {
  const { feed, startedAt, now, trigger, fetched } = poll;
  const learnt = { ...poll, rhythm: learnFromPoll(poll) };
  const health = judgeHealth(learnt);
  const move = judgeMove(poll);
  const announcedIntervalSeconds = readWish(poll);
  const { isGoodAnswer, ...state } = health;
  return {
    feedId: feed.id,
    startedAt,
    durationMs: Math.max(0, now.getTime() - startedAt.getTime()),
    trigger,
    outcome: endOf(poll) === 'unreadable' ? 'failed' : fetched.kind,
    httpStatus: fetched.status,
    ...measure(poll),
    ...countItems(poll),
    message: describe(poll, health),
    ...state,
    ...move,
    announcedIntervalSeconds,
    rhythm: learnt.rhythm,
    document: isGoodAnswer ? toDocument(poll) : undefined,
    validators: isGoodAnswer && poll.intake.failed === 0 ? readValidators(poll) : undefined,
    ...plan(learnt, health, announcedIntervalSeconds),
  };
}

function plan(
  poll: LearntPoll,
  { state, failures }: Health,
  announcedIntervalSeconds: number | undefined,
): ReturnType<typeof planNextPoll> {
  const { feed, rhythm, fetched, now } = poll;
  const end = endOf(poll);
  const retryAfterMs = retryAfterOf(poll);
  const isReached = fetched.status !== undefined;
  return planNextPoll(
    {
      feed,
      rhythm,
      announcedIntervalSeconds,
      isCheap: isCheap(poll),
      end,
      state,
      failures,
      isReached,
      retryAfterMs,
    },
    { now, jitter: Math.random() },
  );
}

/** It has answered 304, or gives what a 304 takes. One that sends the same bytes twice does not mean it. */
function isCheap(poll: Poll): boolean {
  if (poll.fetched.kind === 'not-modified') return true;
  if (poll.reading === 'same-body') return false;
  const { etag, lastModified } = poll.fetched.kind === 'fetched' ? poll.fetched : poll.feed;
  return etag !== undefined || lastModified !== undefined;
}

/** The longest of what the document and the answer ask for; what a document asked for holds until the next. */
function readWish({ feed, fetched, reading }: Poll): number | undefined {
  if (fetched.kind !== 'fetched' && fetched.kind !== 'not-modified') return feed.announcedIntervalSeconds;
  const isRead = typeof reading === 'object' && reading.kind === 'articles';
  const written = isRead ? reading.facts.announcedIntervalSeconds : feed.announcedIntervalSeconds;
  const seconds = Math.max(written ?? 0, fetched.maxAgeSeconds ?? 0);
  return seconds > 0 ? seconds : undefined;
}

function measure(
  poll: Poll,
): Pick<FetchRecord, 'bytes' | 'wireBytes' | 'savedBytes' | 'retryAfterSeconds' | 'isUnchanged'> {
  const { feed, fetched, reading } = poll;
  const bytes = fetched.kind === 'fetched' ? fetched.bytes.length : undefined;
  const retryAfterMs = retryAfterOf(poll);
  return {
    bytes,
    wireBytes: fetched.kind === 'fetched' ? fetched.wireBytes : undefined,
    savedBytes: fetched.kind === 'not-modified' ? feed.document?.wireBytes : undefined,
    retryAfterSeconds: retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / SECOND_MS),
    isUnchanged: reading === 'same-body',
  };
}

function countItems(poll: Poll): Pick<FetchRecord, 'tier' | 'items' | 'newArticles' | 'revisedArticles'> {
  const { feed, reading, intake } = poll;
  if (reading === 'same-body') {
    return { tier: undefined, items: feed.document?.items, newArticles: 0, revisedArticles: 0 };
  }
  if (reading?.kind !== 'articles') {
    return { tier: undefined, items: undefined, newArticles: undefined, revisedArticles: undefined };
  }
  return {
    tier: reading.facts.tier,
    items: itemsOf(poll).length,
    newArticles: intake.stored,
    revisedArticles: intake.revised,
  };
}

/** What could not be stored is asked for whole the next time: no hash spares that reading. */
function toDocument(poll: Poll): FeedDocument | undefined {
  const { fetched, intake, now } = poll;
  if (fetched.kind !== 'fetched') return undefined;
  return {
    bodyHash: intake.failed === 0 ? hashBody(fetched.bytes) : '',
    wireBytes: fetched.wireBytes,
    items: countUsable(poll),
    listed: intake.listed,
    readAt: now,
  };
}

function readValidators({ fetched }: Poll): FetchRecord['validators'] {
  if (fetched.kind !== 'fetched') return undefined;
  return { etag: fetched.etag, lastModified: fetched.lastModified, url: fetched.url };
}

function retryAfterOf({ fetched }: Poll): number | undefined {
  return fetched.kind === 'limited' ? fetched.retryAfterMs : undefined;
}

function describe(poll: Poll, { state, stateReason, findings }: Health): string | undefined {
  const { reading, intake } = poll;
  const lines = [
    state === 'late' ? undefined : stateReason,
    findings.find(({ kind, seen }) => kind === 'moved' && seen === poll.now.toISOString())?.words,
    typeof reading === 'object' && reading.kind === 'articles' ? reading.message : undefined,
    intake.failed > 0
      ? `${countWords(intake.failed, 'article')} could not be stored: tried again the next time.`
      : undefined,
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? undefined : lines.join(' ');
}
