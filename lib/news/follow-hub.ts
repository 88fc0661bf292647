import { randomBytes } from 'node:crypto';
import { subscriptionOfFeed } from '@/db/queries/subscription-of-feed';
import { changeSubscription } from '@/db/writes/change-subscription';
import { openSubscription } from '@/db/writes/open-subscription';
import { toHttpUrl } from '@/lib/core/url';
import { HOUR_MS } from '@/lib/core/time';
import type { FeedToPoll } from '@/lib/model/feed';
import type { Subscription } from '@/lib/model/subscription';
import type { Poll } from './poll';

/** A feed that names another hub each time is no reason to write to each. */
const KEEP_HUB_MS = HOUR_MS;
/** Polls in a row that found what the hub had not told of: it is not counted on any longer. */
const MAX_MISSED = 3;
const ASK_AGAIN_AFTER_MS = HOUR_MS;
const MAX_URL_CHARS = 2_000;

/** Reads in an answer which hub tells of the feed's news, and in what was new whether it does. */
export async function followHub(poll: Poll): Promise<void> {
  const { feed, now } = poll;
  const announced = findHub(poll);
  const hasMissed = feed.isPushed && poll.trigger === 'timer' && poll.intake.stored > 0;
  if (!announced && !hasMissed) return;
  const known = await subscriptionOfFeed(feed.id);
  if (announced && mayReplace(known, announced, now)) await openWith(feed, announced, now);
  else if (known && hasMissed) await countMissed(known, poll);
}

/** What the headers say comes before what the document says, and a hub with encryption before one without. */
function findHub({ fetched, reading }: Poll): Announced | undefined {
  if (fetched.kind !== 'fetched') return undefined;
  const facts = typeof reading === 'object' && reading.kind === 'articles' ? reading.facts : undefined;
  const hubs = [...fetched.hubs, ...(facts?.hubs ?? [])].filter(isUsable);
  const hubUrl = hubs.find((url) => url.startsWith('https:')) ?? hubs[0];
  const topicUrl = [fetched.selfLink, facts?.selfLink, fetched.url].find(
    (url) => url !== undefined && isUsable(url),
  );
  return hubUrl === undefined || topicUrl === undefined ? undefined : { hubUrl, topicUrl };
}

function isUsable(url: string): boolean {
  return url.length <= MAX_URL_CHARS && toHttpUrl(url) !== undefined;
}

function mayReplace(known: Subscription | undefined, { hubUrl, topicUrl }: Announced, now: Date): boolean {
  if (!known) return true;
  if (known.hubUrl === hubUrl && known.topicUrl === topicUrl) return false;
  return now.getTime() - known.askedAt.getTime() >= KEEP_HUB_MS;
}

function openWith(feed: Pick<FeedToPoll, 'id'>, announced: Announced, now: Date): Promise<void> {
  const callbackToken = randomBytes(24).toString('base64url');
  const secret = randomBytes(32).toString('hex');
  return openSubscription({ feedId: feed.id, ...announced, callbackToken, secret }, now);
}

async function countMissed(known: Subscription, { intake, now }: Poll): Promise<void> {
  const failures = known.failures + 1;
  const found = intake.stored === 1 ? 'an article' : `${intake.stored} articles`;
  if (failures < MAX_MISSED) {
    const message = `A poll found ${found} that the hub had not told us of (${failures} of ${MAX_MISSED} polls until it is not counted on).`;
    return changeSubscription(known, { failures, message });
  }
  const message = `The hub did not tell us of what ${failures} polls in a row found: it is asked anew, and the feed is polled as if it had none.`;
  const nextTryAt = new Date(now.getTime() + ASK_AGAIN_AFTER_MS);
  return changeSubscription(known, { failures, message, state: 'lapsed', nextTryAt });
}

interface Announced {
  readonly hubUrl: string;
  readonly topicUrl: string;
}
