import { changeSubscription } from '@/db/writes/change-subscription';
import { dropSubscription } from '@/db/writes/drop-subscription';
import { subscriptionByToken } from '@/db/queries/subscription-by-token';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import type { Subscription } from '@/lib/model/subscription';
import { WISHED_LEASE_SECONDS } from './ask-hub';

const MAX_CHALLENGE_CHARS = 4_096;
const MAX_REASON_CHARS = 200;
const MAX_LEASE_SECONDS = 365 * 86_400;
/** A lease is renewed when this share of it has gone by. */
const RENEW_AT = 0.8;
const RENEW_AFTER_AT_LEAST_MS = MINUTE_MS;
const ASK_AFTER_REFUSAL_MS = 1_440 * MINUTE_MS;

/** What a hub is told that asks back: the challenge, or that we did not ask for that. */
export type HubAnswer =
  { readonly kind: 'confirmed'; readonly challenge: string } | { readonly kind: 'noted' | 'unknown' };

/** Answers a hub that asks whether we meant what we asked for, or says that it refuses (WebSub, section 5.3). */
export async function answerHub(token: string, query: URLSearchParams, now: Date): Promise<HubAnswer> {
  const subscription = await subscriptionByToken(token);
  return subscription && query.get('hub.topic') === subscription.topicUrl
    ? answerAbout(subscription, query, now)
    : { kind: 'unknown' };
}

async function answerAbout(
  subscription: Subscription,
  query: URLSearchParams,
  now: Date,
): Promise<HubAnswer> {
  const mode = query.get('hub.mode');
  if (mode === 'denied') return noteDenial(subscription, query.get('hub.reason') ?? '', now);
  const challenge = query.get('hub.challenge') ?? '';
  if (!isChallenge(challenge)) return { kind: 'unknown' };
  if (mode === 'subscribe' && isPending(subscription)) {
    await activate(subscription, query.get('hub.lease_seconds'), now);
    return { kind: 'confirmed', challenge };
  }
  if (mode === 'unsubscribe' && !subscription.isWanted) {
    await dropSubscription(subscription);
    return { kind: 'confirmed', challenge };
  }
  return { kind: 'unknown' };
}

/** We have asked, and not been asked back since. */
function isPending({ state, askedAt, verifiedAt, isWanted }: Subscription): boolean {
  return isWanted && state !== 'refused' && (verifiedAt === undefined || askedAt > verifiedAt);
}

function isChallenge(challenge: string): boolean {
  return challenge !== '' && challenge.length <= MAX_CHALLENGE_CHARS;
}

async function activate(subscription: Subscription, lease: string | null, now: Date): Promise<void> {
  const leaseMs = readLease(lease) * SECOND_MS;
  await changeSubscription(subscription, {
    state: 'active',
    message: null,
    verifiedAt: now,
    leaseUntil: new Date(now.getTime() + leaseMs),
    failures: 0,
    nextTryAt: new Date(now.getTime() + Math.max(RENEW_AFTER_AT_LEAST_MS, leaseMs * RENEW_AT)),
  });
}

/** Seconds; what we wished for where the hub does not say. */
function readLease(text: string | null): number {
  if (text === null || !/^\d{1,10}$/.test(text)) return WISHED_LEASE_SECONDS;
  return Math.min(MAX_LEASE_SECONDS, Number(text));
}

async function noteDenial(subscription: Subscription, reason: string, now: Date): Promise<HubAnswer> {
  const said = reason.replace(/\s+/g, ' ').trim().slice(0, MAX_REASON_CHARS);
  await changeSubscription(subscription, {
    state: 'refused',
    message: said === '' ? 'The hub refuses to tell us.' : `The hub refuses to tell us: ${said}`,
    nextTryAt: new Date(now.getTime() + ASK_AFTER_REFUSAL_MS),
  });
  return { kind: 'noted' };
}
