import { dueSubscriptions } from '@/db/queries/due-subscriptions';
import { SECOND_MS } from '@/lib/core/time';
import type { Subscription } from '@/lib/model/subscription';
import type { Logger } from '@/lib/system/log';
import { askHub, type HubParts } from './ask-hub';

const TICK_MS = 10 * SECOND_MS;
const MAX_PER_TICK = 20;

type WebSubSettings = Omit<HubParts, 'publicUrl' | 'signal'> & {
  readonly log: Logger;
  /** Nothing is asked where hubs cannot reach us. */
  readonly publicUrl?: string | undefined;
};

/** Asks hubs, renews leases before they run out and takes leave, for as long as it runs. */
export function startWebSub({ publicUrl, ...settings }: WebSubSettings): { stop(): Promise<void> } {
  if (publicUrl === undefined) return { stop: () => Promise.resolve() };
  const { http, clock, log } = settings;
  const end = new AbortController();
  const parts = { http, clock, publicUrl, signal: end.signal };
  let round: Promise<void> | undefined;
  const runRound = async (): Promise<void> => {
    for (const subscription of await dueSubscriptions(parts.clock(), MAX_PER_TICK)) {
      if (end.signal.aborted) return;
      await askSafely(subscription, parts, log);
    }
  };
  const tick = (): void => {
    round ??= runRound()
      .catch((error: unknown) => log.error({ err: error }, 'Hubs could not be asked'))
      .finally(() => (round = undefined));
  };
  tick();
  const timer = setInterval(tick, TICK_MS);
  return {
    stop: async () => {
      end.abort();
      clearInterval(timer);
      await round;
    },
  };
}

async function askSafely(subscription: Subscription, parts: HubParts, log: Logger): Promise<void> {
  try {
    await askHub(subscription, parts);
    log.debug({ hub: subscription.hubUrl, topic: subscription.topicUrl }, 'Hub asked');
  } catch (error) {
    log.error({ err: error, hub: subscription.hubUrl }, 'A hub was not asked for a reason of our own');
  }
}
