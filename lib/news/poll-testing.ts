import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import type { TaggedArticle } from '@/lib/model/article';
import type { FeedFinding, FindingKind } from '@/lib/model/feed-finding';
import type { FeedDocument, FeedToPoll } from '@/lib/model/feed';
import type { FeedId, SourceId } from '@/lib/model/ids';
import type { Intake } from '@/lib/model/intake';
import { learnRhythm } from '@/lib/model/learn-rhythm';
import type { FetchResult } from './fetch/fetch-feed';
import { judgeHealth } from './judge-health';
import { learnFromPoll } from './learn-from-poll';
import type { Poll } from './poll';
import type { ReadItem } from './read-articles';

/** A Monday. */
export const NOW = new Date('2026-11-23T12:00:00Z');
export const ago = (ms: number) => new Date(NOW.getTime() - ms);
export const NOT_MODIFIED = {
  kind: 'not-modified',
  status: 304,
  movedTo: undefined,
  maxAgeSeconds: undefined,
} as const;
export const LIMITED = {
  kind: 'limited',
  status: 429,
  retryAfterMs: 60_000,
  message: 'Come less often.',
} as const;
export const GONE = { kind: 'gone', status: 410, message: 'Gone.' } as const;
export const HTML_PAGE = {
  kind: 'unreadable',
  reason: 'html',
  message: 'The document is an HTML page.',
  feedLinks: [],
} as const;

export function judge(poll: Partial<Poll>) {
  const whole = pollOf(poll);
  return judgeHealth({ ...whole, rhythm: learnFromPoll(whole) });
}

/** A poll of a feed that is well, but for what a test says. */
export function pollOf(poll: Partial<Poll>): Poll {
  const base = {
    feed: feedWith({}),
    trigger: 'timer' as const,
    startedAt: NOW,
    now: NOW,
    intake: intakeOf({}),
  };
  const whole: Poll = { ...base, fetched: answer(undefined), reading: undefined, ...poll };
  return whole.fetched.kind === 'fetched' && !whole.reading ? { ...whole, ...reading(fresh(30)) } : whole;
}

export function feedWith(rest: Partial<FeedToPoll>): FeedToPoll {
  return {
    id: 1 as FeedId,
    url: 'https://post.example/feed',
    source: {
      id: 'post' as SourceId,
      name: 'Post',
      siteUrl: 'https://post.example',
      language: 'en',
      country: undefined,
      kind: 'newsroom',
      cryptoOnly: true,
    },
    etag: undefined,
    lastModified: undefined,
    validatorsUrl: undefined,
    intervalSeconds: 300,
    fixedIntervalSeconds: undefined,
    announcedIntervalSeconds: undefined,
    rhythm: undefined,
    state: 'well',
    findings: [],
    failures: 3,
    createdAt: NOW,
    lastNewArticleAt: undefined,
    movedTo: undefined,
    movedSeen: 0,
    fullText: 'delivered',
    isPushed: false,
    document: undefined,
    ...rest,
  };
}

/** Three an hour in office hours, for four weeks up to Friday evening. */
export function officeFeed(readAt = ago(2 * DAY_MS)): FeedToPoll {
  const friday = new Date('2026-11-20T18:00:00Z');
  const hours = Array.from(
    { length: 28 * 24 },
    (_, index) => new Date(friday.getTime() - (index + 1) * HOUR_MS),
  );
  const office = hours.filter(
    (at) => at.getUTCDay() % 6 !== 0 && at.getUTCHours() >= 8 && at.getUTCHours() < 17,
  );
  const articles = office.flatMap((at) =>
    [5, 25, 45].map((minute) => new Date(at.getTime() + minute * MINUTE_MS)),
  );
  const rhythm = learnRhythm(
    undefined,
    articles.map((at) => ({ at, language: 'en' })),
    friday,
  );
  return feedWith({ rhythm, document: { ...documentOf(30), readAt } });
}

export function documentOf(items: number): FeedDocument {
  return { bodyHash: 'a', wireBytes: 900, items, listed: [], readAt: ago(MINUTE_MS) };
}

export function found(kind: FindingKind, agoMs = 0): FeedFinding {
  const at = ago(agoMs).toISOString();
  return { kind, words: 'It was so.', since: at, seen: at };
}

export function reading(
  items: readonly ReadItem[],
  intake: Partial<Intake> = {},
): Pick<Poll, 'reading' | 'intake'> {
  const facts = {
    id: undefined,
    published: undefined,
    updated: undefined,
    title: 't',
    link: undefined,
    language: 'en',
    tier: 'strict',
    format: 'rss',
    selfLink: undefined,
  } as const;
  return {
    reading: {
      kind: 'articles',
      facts: { ...facts, announcedIntervalSeconds: undefined, hubs: [] },
      items,
      message: undefined,
    },
    intake: intakeOf({ stored: items.length, ...intake }),
  };
}

export function fresh(
  count: number,
  rest: (index: number) => Partial<TaggedArticle> = () => ({}),
): readonly ReadItem[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'article',
    fingerprint: String(index),
    article: {
      guid: String(index),
      url: `https://post.example/${index}`,
      canonicalUrl: `https://post.example/${index}`,
      title: `Article ${index}`,
      dek: undefined,
      bodyHtml: undefined,
      bodyText: '',
      author: undefined,
      language: 'en',
      image: undefined,
      categories: [],
      claimedAt: ago((index + 1) * MINUTE_MS),
      claimClamped: false,
      firstSeenAt: NOW,
      contentHash: '',
      titleHash: '',
      bodyHash: undefined,
      attribution: undefined,
      tokens: [],
      topics: [],
      ...rest(index),
    },
  }));
}

function intakeOf(rest: Partial<Intake>): Intake {
  const none = { stored: 0, revised: 0, retitled: 0, unchanged: 0, failed: 0, reidentified: 0, withdrawn: 0 };
  return { ...none, listed: [], ...rest };
}

export function answer(movedTo: string | undefined): FetchResult {
  return {
    kind: 'fetched',
    status: 200,
    bytes: new Uint8Array(9),
    wireBytes: 9,
    contentType: undefined,
    url: movedTo ?? 'https://post.example/feed',
    movedTo,
    etag: undefined,
    lastModified: undefined,
    maxAgeSeconds: undefined,
    hubs: [],
    selfLink: undefined,
  };
}

export function failed(message: string): FetchResult {
  return { kind: 'failed', status: undefined, message };
}
