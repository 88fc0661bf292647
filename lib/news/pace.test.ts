import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { learnRhythm } from '@/lib/model/learn-rhythm';
import type { Rhythm } from '@/lib/model/rhythm';
import { planNextPoll, type PlanInput } from './plan-next-poll';

/** A Monday. */
const START = Date.parse('2026-11-02T00:00:00Z');
const END = START + 30 * DAY_MS;
const ARCHIVE = 20;

/** Articles in an hour of a working day, of a night and of a weekend. */
const OUTLETS = [
  { name: 'busy newsroom', day: 6, night: 0.5, weekend: 1 },
  { name: 'newsroom', day: 2.5, night: 0.1, weekend: 0.3 },
  { name: 'small newsroom', day: 0.6, night: 0.02, weekend: 0.05 },
  { name: 'official voice', day: 0.12, night: 0.004, weekend: 0.004 },
];

test('thirty days of four outlets: learnt waits less than every five minutes, and asks less', () => {
  const totals = {
    learnt: { requests: 0, delays: [] as number[] },
    fixed: { requests: 0, delays: [] as number[] },
  };
  for (const outlet of OUTLETS) {
    const articles = publish(outlet);
    for (const [pace, seconds] of [
      ['learnt', undefined],
      ['fixed', 300],
    ] as const) {
      const { requests, delays } = watch(articles, seconds);
      totals[pace].requests += requests;
      totals[pace].delays.push(...delays);
      tell(`${outlet.name}, ${articles.length} articles, ${pace}`, requests, delays);
    }
  }
  for (const pace of ['learnt', 'fixed'] as const)
    tell(`all four, ${pace}`, totals[pace].requests, totals[pace].delays);
  expect(totals.learnt.requests).toBeLessThan(totals.fixed.requests * 0.8);
  expect(quantile(totals.learnt.delays, 0.5)).toBeLessThan(quantile(totals.fixed.delays, 0.5) * 0.7);
}, 60_000);

function tell(what: string, requests: number, delays: readonly number[]): void {
  const [median, slow] = [quantile(delays, 0.5), quantile(delays, 0.95)];
  process.stdout.write(
    `${what}: ${requests} requests, seen after ${median} s in the median, ${slow} s at p95\n`,
  );
}

function quantile(delays: readonly number[], share: number): number {
  const sorted = delays.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) / SECOND_MS);
}

interface Outlet {
  readonly day: number;
  readonly night: number;
  readonly weekend: number;
}

function watch(articles: readonly number[], fixedIntervalSeconds: number | undefined) {
  const input: PlanInput = { ...WELL, feed: { ...WELL.feed, fixedIntervalSeconds } };
  const delays: number[] = [];
  let rhythm: Rhythm | undefined;
  let seen = 0;
  let requests = 0;
  let now = START + 3 * DAY_MS;
  while (now < END) {
    requests += 1;
    const fresh: number[] = [];
    for (let at = articles[seen]; at !== undefined && at <= now; at = articles[seen + fresh.length])
      fresh.push(at);
    const told = seen === 0 ? fresh.slice(-ARCHIVE) : fresh;
    if (seen > 0) delays.push(...fresh.map((at) => now - at));
    seen += fresh.length;
    rhythm = learnRhythm(
      rhythm,
      told.map((at) => ({ at: new Date(at), language: 'en' })),
      new Date(now),
    );
    now = planNextPoll({ ...input, rhythm }, { now: new Date(now), jitter: 0.5 }).nextPollAt.getTime();
  }
  return { requests, delays };
}

/** Arrivals by chance at the rates of the hour, the same in every run. */
function publish({ day, night, weekend }: Outlet): readonly number[] {
  const random = createRandom(20);
  const articles: number[] = [];
  for (let at = START; at < END; at += MINUTE_MS) {
    const hour = (at % DAY_MS) / HOUR_MS;
    const isWeekend = new Date(at).getUTCDay() % 6 === 0;
    const rate = hour < 7 || hour >= 19 ? night : isWeekend ? weekend : day;
    if (random() < rate / 60) articles.push(at + Math.floor(random() * MINUTE_MS));
  }
  return articles;
}

/** Numerical Recipes' linear congruential generator. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const WELL: PlanInput = {
  feed: { fixedIntervalSeconds: undefined, isPushed: false, createdAt: new Date(START) },
  rhythm: undefined,
  announcedIntervalSeconds: undefined,
  isCheap: true,
  end: 'read',
  state: 'well',
  failures: 0,
  isReached: true,
  retryAfterMs: undefined,
};
