import { processBus } from '@/lib/live/bus/memory';
import { answerHub, type HubAnswer } from '@/lib/news/answer-hub';
import { takeHubPush, type HubPush, type PushOutcome } from '@/lib/news/take-hub-push';
import type { NewsSettings } from '@/lib/news/scheduler';
import { systemClock } from '@/lib/system/clock';
import { readEnv } from '@/lib/system/env';
import { processHttp } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { singleton } from '@/lib/system/singleton';

/** A hub asks back, or refuses. */
export function hearHub(token: string, query: URLSearchParams): Promise<HubAnswer> {
  return answerHub(token, query, systemClock());
}

/** A hub sends news. */
export function receiveFromHub(
  push: HubPush,
  settings: NewsSettings = processNewsSettings(),
): Promise<PushOutcome> {
  return takeHubPush(push, settings);
}

function processNewsSettings(): NewsSettings {
  return singleton('hub-news-settings', () => {
    const env = readEnv();
    return { bus: processBus(), clock: systemClock, log: createLog(env), http: processHttp(env) };
  });
}
