import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import type { Language } from '@/e2e/world/news/outlets';
import type { OutletFault } from '@/e2e/world/outlets/outlet-faults';

/** A small site whose feed is sound until its one fault is switched on. */
export interface LabFeed {
  readonly name: string;
  /** What it will do wrong; a neighbour has nothing. */
  readonly fault?: Omit<OutletFault, 'sinceMs' | 'untilMs'>;
  readonly language?: Language;
  readonly archive?: LabArchive;
}

/** What it has published before anybody asked: one item after each equal pause. */
export interface LabArchive {
  readonly items: number;
  readonly everyMs: number;
  /** How long ago the newest came. */
  readonly endedMs: number;
}

export const LAB_ARCHIVE: LabArchive = { items: 12, everyMs: 6 * HOUR_MS, endedMs: 20 * MINUTE_MS };
/** Four times a day for a fortnight, and then nothing more. */
const FALLEN_SILENT: LabArchive = { items: 56, everyMs: 6 * HOUR_MS, endedMs: 6 * DAY_MS };

/** Nobody on a desk's machine listens there, and no desk asks there (RFC 1918). */
const PRIVATE_ADDRESS = 'http://10.255.255.1/feed.xml';

const feeds = [
  { name: 'neighbour-one' },
  { name: 'neighbour-two' },
  { name: 'neighbour-three' },

  { name: 'not-found', fault: { kind: 'status', status: 404 } },
  { name: 'gone', fault: { kind: 'status', status: 410 } },
  { name: 'too-often', fault: { kind: 'status', status: 429, retryAfter: 600 } },
  { name: 'unavailable', fault: { kind: 'status', status: 503, retryAfter: 240 } },
  { name: 'trouble', fault: { kind: 'status', status: 500 } },
  { name: 'challenge', fault: { kind: 'challenge' } },
  { name: 'password', fault: { kind: 'status', status: 401 } },

  { name: 'timeout', fault: { kind: 'timeout' } },
  { name: 'slow', fault: { kind: 'slow', factor: 64 } },
  { name: 'reset', fault: { kind: 'reset' } },
  { name: 'refused', fault: { kind: 'refused' } },

  { name: 'redirect-loop', fault: { kind: 'redirect-loop' } },
  { name: 'private', fault: { kind: 'status', status: 302, location: PRIVATE_ADDRESS } },
  { name: 'moved', fault: { kind: 'status', status: 301 } },

  { name: 'html', fault: { kind: 'html' } },
  { name: 'repairable', fault: { kind: 'bad-xml', variant: 'bare-ampersand' } },
  { name: 'hopeless', fault: { kind: 'bad-xml', variant: 'not-xml' } },
  { name: 'truncated', fault: { kind: 'truncated' } },
  { name: 'wrong-charset', language: 'de', fault: { kind: 'wrong-charset' } },
  { name: 'empty-body', fault: { kind: 'empty-body' } },
  { name: 'huge', fault: { kind: 'huge' } },
  { name: 'gzip-bomb', fault: { kind: 'gzip-bomb' } },

  { name: 'empty', fault: { kind: 'empty' } },
  { name: 'shrunken', fault: { kind: 'shrunken', factor: 3 } },
  { name: 'flood', fault: { kind: 'flood', factor: 200 } },
  { name: 'same-dates', fault: { kind: 'same-dates' } },
  { name: 'missing-dates', fault: { kind: 'missing-date' } },
  { name: 'future-dates', fault: { kind: 'future-date' } },
  { name: 'new-guids', fault: { kind: 'new-guids' } },
  { name: 'one-guid', fault: { kind: 'duplicate-guids' } },
  { name: 'language', fault: { kind: 'other-language' } },
  { name: 'retitled', fault: { kind: 'retitled', factor: 3 } },
  { name: 'withdrawn', fault: { kind: 'withdrawn', factor: 2 } },
  { name: 'unconditional', fault: { kind: 'unconditional' } },
  { name: 'silent', archive: FALLEN_SILENT, fault: { kind: 'silent' } },
] as const satisfies readonly LabFeed[];

export const LAB_FEEDS: readonly LabFeed[] = feeds;
export type LabName = (typeof feeds)[number]['name'];
export const LAB_NAMES: readonly LabName[] = feeds.map(({ name }) => name);

export function labSlug(name: string): string {
  return `lab-${name}`;
}
