import { onTestFinished, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import type { QuoteRow, ServerMessage } from '@/lib/live/protocol';
import { openTestGateway, testQuote } from '@/lib/live/gateway/testing';
import type { NewsEvent } from '@/lib/model/news-event';
import type { ArticleId, SourceId, StoryId } from '@/lib/model/ids';
import { LiveConnection } from './live-connection';

/** A tab whose socket really reaches a gateway; without luck in its back-off, so that retries come soon. */
function openTab(url: () => string) {
  const heard: ServerMessage[] = [];
  const states: string[] = [];
  const sockets: NodeSocket[] = [];
  const connection = new LiveConnection({
    openSocket() {
      const socket = new NodeSocket(url());
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    onMessage: (message) => heard.push(message),
    onState: () => states.push(connection.state()),
    random: () => 0,
  });
  onTestFinished(() => connection.hangUp());
  const rows = (): QuoteRow[] =>
    heard.flatMap((message) => (message.t === 'snap' || message.t === 'd' ? message.q : []));
  return {
    connection,
    heard,
    rows,
    states,
    sockets,
    prices: () => rows().map((row) => `${row[0]} ${row[1]}`),
    said: (t: ServerMessage['t']) => heard.filter((message) => message.t === t),
  };
}

const news = (articleId: number): NewsEvent => ({
  articleId: articleId as ArticleId,
  storyId: articleId as StoryId,
  repost: false,
  opensStory: true,
  slug: `story-${articleId}`,
  title: 'A story',
  sourceId: 'harbour-ledger' as SourceId,
  sourceName: 'Harbour Ledger',
  language: 'en',
  tokenIds: [],
  topicIds: [],
  claimedAt: undefined,
  firstSeenAt: new Date(0),
});

test('no socket is opened before somebody wants something', async () => {
  const { url } = await openTestGateway();
  const tab = openTab(() => url);
  tab.connection.setVisible(true);
  tab.connection.setOnline(true);
  expect(tab.sockets).toEqual([]);
  tab.connection.want('bitcoin', 'tape');
  await expect.poll(() => tab.connection.state()).toBe('live');
  expect(tab.sockets).toHaveLength(1);
});

test('forty pieces that appear together are one subscription on one socket', async () => {
  const tokenIds = Array.from({ length: 40 }, (_, index) => `token-${index}`);
  const { url } = await openTestGateway({ tokenIds, quotes: () => tokenIds.map((id) => testQuote(id, '1')) });
  const tab = openTab(() => url);
  for (const id of tokenIds) tab.connection.want(id, 'tape');
  await expect.poll(() => tab.rows()).toHaveLength(40);
  expect([tab.sockets.length, tab.said('ack').length]).toEqual([1, 1]);
});

test('a piece that leaves and comes back, as on a navigation, says nothing to the server', async () => {
  const { url } = await openTestGateway();
  const tab = openTab(() => url);
  const leave = tab.connection.want('bitcoin', 'tape');
  await expect.poll(() => tab.said('ack')).toHaveLength(1);
  leave();
  tab.connection.want('bitcoin', 'tape');
  tab.connection.want('ethereum', 'tape');
  await expect.poll(() => tab.said('ack')).toHaveLength(2);
  expect(tab.said('ack')[1]).toMatchObject({ ok: ['ethereum'] });
});

test('a broken line is opened again and only what changed meanwhile is asked for', async () => {
  const { bus, url } = await openTestGateway({
    quotes: () => [testQuote('bitcoin', '1'), testQuote('ethereum', '2')],
  });
  const tab = openTab(() => url);
  tab.connection.want('bitcoin', 'tape');
  tab.connection.want('ethereum', 'tape');
  await expect.poll(() => tab.prices()).toEqual(['bitcoin 1', 'ethereum 2']);
  tab.sockets[0]?.terminate();
  bus.publish('quotes', [testQuote('ethereum', '3')]);
  await expect.poll(() => tab.prices()).toEqual(['bitcoin 1', 'ethereum 2', 'ethereum 3']);
  expect(tab.states).toEqual(['live', 'reconnecting', 'live']);
});

test('another life of the server is answered by taking everything anew', async () => {
  const first = await openTestGateway({ quotes: () => [testQuote('bitcoin', '1')] });
  const second = await openTestGateway({ quotes: () => [testQuote('bitcoin', '1')] });
  let url = first.url;
  const tab = openTab(() => url);
  tab.connection.want('bitcoin', 'tape');
  await expect.poll(() => tab.rows()).toHaveLength(1);
  url = second.url;
  await first.gateway.stop('Deploy');
  await expect.poll(() => tab.rows()).toHaveLength(2);
});

test('a price that nobody watched while it changed is asked for in full', async () => {
  const { bus, url } = await openTestGateway({
    quotes: () => [testQuote('bitcoin', '1'), testQuote('ethereum', '2')],
  });
  const tab = openTab(() => url);
  const leave = tab.connection.want('bitcoin', 'focus');
  tab.connection.want('ethereum', 'focus');
  await expect.poll(() => tab.rows()).toHaveLength(2);
  leave();
  await expect.poll(() => tab.said('ack')).toHaveLength(2);
  bus.publish('quotes', [testQuote('bitcoin', '5')]);
  bus.publish('quotes', [testQuote('ethereum', '6')]);
  await expect.poll(() => tab.prices().at(-1)).toBe('ethereum 6');
  tab.connection.want('bitcoin', 'focus');
  await expect.poll(() => tab.prices().at(-1)).toBe('bitcoin 5');
});

test('a page in the background is served rarely and is up to date at once when it returns', async () => {
  const { bus, url } = await openTestGateway();
  const tab = openTab(() => url);
  tab.connection.want('bitcoin', 'focus');
  await expect.poll(() => tab.said('snap')).toHaveLength(1);
  bus.publish('quotes', [testQuote('bitcoin', '1')]);
  await expect.poll(() => tab.prices()).toEqual(['bitcoin 1']);
  tab.connection.setVisible(false);
  // Answered only after what was said before it.
  tab.sockets[0]?.send(JSON.stringify({ t: 'ping', c: 77 }));
  await expect.poll(() => tab.said('pong')).toContainEqual(expect.objectContaining({ c: 77 }));
  bus.publish('quotes', [testQuote('bitcoin', '2')]);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(tab.prices()).toEqual(['bitcoin 1']);
  tab.connection.setVisible(true);
  await expect.poll(() => tab.prices()).toEqual(['bitcoin 1', 'bitcoin 2']);
});

test('a page opened in the background waits for its reader', async () => {
  const { url } = await openTestGateway();
  const tab = openTab(() => url);
  tab.connection.setVisible(false);
  tab.connection.want('bitcoin', 'tape');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(tab.sockets).toEqual([]);
  tab.connection.setVisible(true);
  await expect.poll(() => tab.connection.state()).toBe('live');
});

test('stories told between the writing of the page and the opening of the socket are not lost', async () => {
  const { advance, bus, now, url } = await openTestGateway();
  const pageWritten = now().getTime();
  advance(1_000);
  bus.publish('news', news(1));
  const tab = openTab(() => url);
  tab.connection.wantNews(pageWritten + 5_000);
  tab.connection.wantNews(pageWritten);
  await expect.poll(() => tab.said('news')).toHaveLength(1);

  advance(1_000);
  tab.sockets[0]?.terminate();
  await expect.poll(() => tab.connection.state()).toBe('reconnecting');
  bus.publish('news', news(2));
  await expect.poll(() => tab.said('news')).toHaveLength(2);
  expect(tab.said('news')[1]).toMatchObject({ item: { articleId: 2 } });
});

test('a line that died in its sleep is replaced once somebody looks', async () => {
  const { url } = await openTestGateway();
  const tab = openTab(() => url);
  tab.connection.want('bitcoin', 'tape');
  await expect.poll(() => tab.said('ack')).toHaveLength(1);
  tab.sockets[0]?.pause();
  tab.connection.setVisible(true);
  await expect.poll(() => tab.sockets.length).toBe(2);
  await expect.poll(() => tab.connection.state()).toBe('live');
});

test('without a server the tries grow rarer, and the words follow the network', async () => {
  const tab = openTab(() => 'ws://127.0.0.1:1/nobody-listens-here');
  tab.connection.want('bitcoin', 'tape');
  await expect.poll(() => tab.sockets.length).toBe(3);
  expect(tab.connection.state()).toBe('connecting');
  tab.connection.setOnline(false);
  expect(tab.connection.state()).toBe('offline');
});

test('fifty changes of mind within a second stay within what the server takes', async () => {
  const { url } = await openTestGateway();
  const tab = openTab(() => url);
  tab.connection.want('sleepless-ai', 'tape');
  await expect.poll(() => tab.connection.state()).toBe('live');
  for (let count = 0; count < 25; count += 1) {
    const leave = tab.connection.want('bitcoin', 'tape');
    await new Promise((resolve) => setTimeout(resolve, 40));
    leave();
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  expect(tab.said('err')).toEqual([]);
  expect(tab.sockets).toHaveLength(1);
});
