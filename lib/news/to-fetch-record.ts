import type { FeedToPoll } from '@/lib/model/feed';
import type { FetchRecord } from '@/lib/model/fetch-record';
import type { FetchResult } from './fetch/fetch-feed';
import { planNextPoll } from './plan-next-poll';
import type { Reading } from './read-articles';

/** What became of a feed's articles, counted. */
export interface Intake {
  stored: number;
  revised: number;
  unchanged: number;
  failed: number;
}

export interface Poll {
  readonly feed: FeedToPoll;
  readonly startedAt: Date;
  readonly now: Date;
  readonly fetched: FetchResult;
  readonly reading: Reading | undefined;
  readonly intake: Readonly<Intake>;
}

/** A poll as the log keeps it, with what follows for the feed. */
export function toFetchRecord(poll: Poll): FetchRecord {
  const { feed, startedAt, now, fetched, reading } = poll;
  const outcome = reading?.kind === 'unreadable' ? 'failed' : fetched.kind;
  const retryAfterMs = fetched.kind === 'limited' ? fetched.retryAfterMs : undefined;
  const next = planNextPoll(feed, { kind: outcome, retryAfterMs }, { now, jitter: Math.random() });
  return {
    feedId: feed.id,
    startedAt,
    durationMs: Math.max(0, now.getTime() - startedAt.getTime()),
    outcome,
    httpStatus: fetched.status,
    bytes: fetched.kind === 'fetched' ? fetched.bytes.length : undefined,
    ...countArticles(poll),
    message: describe(poll),
    ...next,
  };
}

function countArticles({
  fetched,
  reading,
  intake,
}: Poll): Pick<FetchRecord, 'items' | 'newArticles' | 'validators'> {
  if (fetched.kind !== 'fetched' || reading?.kind !== 'articles') {
    return { items: undefined, newArticles: undefined, validators: undefined };
  }
  // What could not be stored is asked for whole the next time.
  const validators = intake.failed === 0 ? fetched : undefined;
  return { items: reading.items, newArticles: intake.stored, validators };
}

function describe({ fetched, reading, intake }: Poll): string | undefined {
  const lines = [
    'message' in fetched ? fetched.message : undefined,
    fetched.kind === 'fetched' && fetched.movedTo !== undefined
      ? `The feed has moved for good to ${fetched.movedTo}.`
      : undefined,
    reading?.message,
    intake.failed > 0 ? `${intake.failed} articles could not be stored and will be tried again.` : undefined,
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? undefined : lines.join(' ');
}
