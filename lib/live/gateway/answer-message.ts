import type { Clock } from '@/lib/system/clock';
import type { ClientMessage } from '@/lib/live/protocol';
import type { GatewayClient } from './client';
import type { Ledger } from './ledger';
import type { RecentNews } from './recent-news';
import { snapshotFrame } from './server-frames';

/** Does what a client asked for, and answers. */
export function answerMessage(client: GatewayClient, message: ClientMessage, desk: Desk): void {
  switch (message.t) {
    case 'sub':
      return subscribe(client, message, desk);
    case 'unsub':
      client.subscriptions.remove(message.ids);
      return client.say({ t: 'ack', id: message.id, ok: message.ids, bad: [] });
    case 'rate':
      client.subscriptions.limitRate(message.rate);
      // Who comes back from the background sees the present at once, not at the next turn of its lane.
      return client.serve(() => true, desk.clock());
    case 'news':
      client.wantsNews = message.on;
      if (!message.on || message.since === undefined) return;
      for (const frame of desk.recentNews.since(message.since)) client.send(frame);
      return;
    case 'ping':
      return client.say({ t: 'pong', c: message.c, s: desk.clock().getTime() });
  }
}

function subscribe(client: GatewayClient, message: Extract<ClientMessage, { t: 'sub' }>, desk: Desk): void {
  const known = desk.tokenIds();
  const { ok, bad, fragments } = client.subscriptions.add({
    ids: message.ids,
    rate: message.rate ?? 'tape',
    since: message.since,
    isKnown: (id) => known.has(id),
  });
  client.say({ t: 'ack', id: message.id, ok, bad });
  const rows = { now: desk.clock(), fragments };
  client.send(snapshotFrame(desk.ledger.epoch, client.subscriptions.resumeSeq(), rows));
}

export interface Desk {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly recentNews: RecentNews;
  readonly tokenIds: () => ReadonlySet<string>;
}
