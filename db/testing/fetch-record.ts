import type { FetchRecord } from '@/lib/model/fetch-record';

const FIVE_MINUTES_MS = 300_000;

/** A poll that went well and brought nothing, but for what a test says. */
export function fetchRecord(
  rest: Pick<FetchRecord, 'feedId' | 'startedAt'> & Partial<FetchRecord>,
): FetchRecord {
  return {
    durationMs: 5,
    trigger: 'timer',
    outcome: 'fetched',
    httpStatus: 200,
    bytes: 10,
    wireBytes: 10,
    savedBytes: undefined,
    retryAfterSeconds: undefined,
    isUnchanged: false,
    tier: 'strict',
    items: 0,
    newArticles: 0,
    revisedArticles: 0,
    message: undefined,
    state: 'well',
    stateReason: undefined,
    failures: 0,
    findings: [],
    announcedIntervalSeconds: undefined,
    rhythm: undefined,
    movedTo: undefined,
    movedSeen: 0,
    isMoveAdopted: false,
    document: undefined,
    validators: undefined,
    nextPollAt: new Date(rest.startedAt.getTime() + FIVE_MINUTES_MS),
    pollReason: 'a test',
    intervalSeconds: 300,
    ...rest,
  };
}
