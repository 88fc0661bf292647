import { changeSubscription, type SubscriptionChange } from '@/db/writes/change-subscription';
import { dropSubscription } from '@/db/writes/drop-subscription';
import { DAY_MS, MINUTE_MS } from '@/lib/core/time';
import type { Subscription } from '@/lib/model/subscription';
import type { Clock } from '@/lib/system/clock';
import type { Http, HttpResult } from '@/lib/system/http';

/** What we ask for; the hub decides. */
export const WISHED_LEASE_SECONDS = 10 * 86_400;
/** A hub that has not asked back by then is asked again, later each time. */
const FIRST_WAIT_MS = 10 * MINUTE_MS;
const MAX_WAIT_MS = DAY_MS;
const MAX_DOUBLINGS = 8;
/** How long a hub is given to ask back whether we meant to leave. */
const LEAVE_WITHIN_MS = 10 * MINUTE_MS;
const MAX_ANSWER_BYTES = 64_000;
const MAX_SAID_CHARS = 200;

export interface HubParts {
  readonly http: Pick<Http, 'post'>;
  readonly clock: Clock;
  /** Where hubs reach us. */
  readonly publicUrl: string;
  readonly signal?: AbortSignal;
}

/** Asks a hub for its news, or to leave us alone where the feed is polled no more. */
export function askHub(subscription: Subscription, parts: HubParts): Promise<void> {
  return subscription.isWanted ? subscribe(subscription, parts) : unsubscribe(subscription, parts);
}

/** Where a hub calls us. */
function callbackUrl(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/api/websub/${token}`;
}

/** Written down before it is asked: a hub may ask back before it answers. */
async function subscribe(subscription: Subscription, parts: HubParts): Promise<void> {
  const now = parts.clock();
  const failures = subscription.failures + 1;
  const nextTryAt = new Date(now.getTime() + waitAfter(failures));
  const isLeased = subscription.state === 'active' && (subscription.leaseUntil ?? now) > now;
  await changeSubscription(subscription, {
    ...stateWhenAsked(subscription, isLeased),
    askedAt: now,
    failures,
    nextTryAt,
  });
  const answer = await postTo(subscription, parts, 'subscribe');
  const refusal = judge(answer, parts.publicUrl);
  if (!refusal) return;
  await changeSubscription(subscription, {
    message: refusal.message,
    ...(refusal.isFinal && { nextTryAt: new Date(now.getTime() + MAX_WAIT_MS) }),
    ...(refusal.isFinal && !isLeased && { state: 'refused' }),
  });
}

function stateWhenAsked(
  { verifiedAt }: Subscription,
  isLeased: boolean,
): Pick<SubscriptionChange, 'state' | 'message'> {
  if (isLeased) return { state: 'active', message: 'The lease is being renewed.' };
  if (verifiedAt) return { state: 'lapsed', message: 'The lease has run out; the hub has been asked again.' };
  return { state: 'asked', message: 'The hub has been asked; it has to ask back whether we mean it.' };
}

async function unsubscribe(subscription: Subscription, parts: HubParts): Promise<void> {
  if (subscription.state === 'lapsed' || subscription.state === 'refused') {
    return dropSubscription(subscription);
  }
  await changeSubscription(subscription, {
    state: 'lapsed',
    message: 'The feed is not polled any more: the hub has been told so.',
    nextTryAt: new Date(parts.clock().getTime() + LEAVE_WITHIN_MS),
  });
  await postTo(subscription, parts, 'unsubscribe');
}

function postTo(
  { hubUrl, topicUrl, callbackToken, secret }: Subscription,
  { http, publicUrl, signal }: HubParts,
  mode: 'subscribe' | 'unsubscribe',
): Promise<HttpResult> {
  const form = {
    'hub.mode': mode,
    'hub.topic': topicUrl,
    'hub.callback': callbackUrl(publicUrl, callbackToken),
    ...(mode === 'subscribe' && {
      'hub.secret': secret,
      'hub.lease_seconds': String(WISHED_LEASE_SECONDS),
    }),
  };
  return http.post(hubUrl, { form, maxBytes: MAX_ANSWER_BYTES, ...(signal && { signal }) });
}

/** @returns `undefined` where the hub has taken the request. */
function judge(answer: HttpResult, publicUrl: string): Refusal | undefined {
  if (answer.kind === 'failed') {
    return { isFinal: answer.reason === 'refused-address', message: `The hub: ${answer.message}` };
  }
  const { status } = answer;
  if (status >= 200 && status < 300) return undefined;
  const isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
  const said = saidIn(answer.bytes);
  const what = isFinal ? `refuses to tell us at ${publicUrl}` : 'has trouble of its own';
  return { isFinal, message: `The hub ${what} (${status})${said === '' ? '.' : `: ${said}`}` };
}

function saidIn(bytes: Uint8Array): string {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.slice(0, MAX_SAID_CHARS);
}

function waitAfter(failures: number): number {
  return Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, MAX_DOUBLINGS));
}

interface Refusal {
  readonly isFinal: boolean;
  readonly message: string;
}
