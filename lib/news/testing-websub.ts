import { dueSubscriptions } from '@/db/queries/due-subscriptions';
import { claimFeed } from '@/db/writes/claim-due-feeds';
import { createMemoryBus } from '@/lib/live/bus/memory';
import type { FeedId } from '@/lib/model/ids';
import type { Clock } from '@/lib/system/clock';
import { createHttp } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { askHub } from './ask-hub';
import { answerHub } from './answer-hub';
import { newsDesk } from './desk';
import { pollFeed, type NewsParts } from './pipeline';
import { newsReader } from './reader';
import { takeHubPush, type PushOutcome } from './take-hub-push';
import { startTestDoor } from './testing-hub';

/** A desk that hubs can reach. */
export interface WebSubDesk {
  /** @param isReachable whether hubs reach the desk. */
  poll(feedId: FeedId, isReachable?: boolean): Promise<void>;
  /** One round of asking the hubs whose time has come. */
  askHubs(): Promise<void>;
  /** What came of the latest push, once it is taken in. */
  latestPush(): Promise<PushOutcome['kind'] | undefined>;
  stop(): Promise<void>;
}

export async function startWebSubDesk(clock: Clock): Promise<WebSubDesk> {
  const settings = {
    bus: createMemoryBus(() => undefined),
    clock,
    log: createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' }),
    http: createHttp({ userAgent: 'Test desk', addresses: 'loopback-too' }),
  };
  let latest: PushOutcome | undefined;
  const door = await startTestDoor({
    hear: (token, query) => answerHub(token, query, clock()),
    receive: async (push) => (latest = await takeHubPush(push, settings)),
  });
  const [desk, reader] = await Promise.all([newsDesk(clock()), newsReader()]);
  const parts: NewsParts = { ...settings, desk, reader };
  return {
    poll: async (feedId, isReachable = true) => {
      const feed = await claimFeed(feedId, clock());
      if (feed) await pollFeed(feed, { ...parts, publicUrl: isReachable ? door.url : undefined });
    },
    askHubs: async () => {
      for (const due of await dueSubscriptions(clock(), 10)) {
        await askHub(due, { ...settings, publicUrl: door.url });
      }
    },
    latestPush: async () => {
      if (latest?.kind === 'taken') await latest.done;
      return latest?.kind;
    },
    stop: async () => {
      door.stop();
      await Promise.all([settings.http.close(), reader.stop()]);
    },
  };
}
