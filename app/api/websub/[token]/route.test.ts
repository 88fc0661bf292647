import { createHmac } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { feeds, sources, subscriptions } from '@/db/schema/feeds';
import { useTestDatabase } from '@/db/testing';
import { openSubscription } from '@/db/writes/open-subscription';
import type { SourceId } from '@/lib/model/ids';
import { GET, POST } from './route';

useTestDatabase();

const TOKEN = 'a'.repeat(32);
const NOBODYS = 'b'.repeat(32);
const TOPIC = 'https://first-post.example/feed';
const HOUR_MS = 3_600_000;

beforeEach(async () => {
  const sourceId = 'first-post' as SourceId;
  const source = { name: 'First Post', siteUrl: 'https://first-post.example', language: 'en' };
  await database()
    .insert(sources)
    .values({ id: sourceId, ...source, kind: 'newsroom' })
    .onConflictDoNothing();
  await database().delete(subscriptions);
  await database().delete(feeds);
  const [feed] = await database()
    .insert(feeds)
    .values({ sourceId, url: TOPIC, provenance: 'a test' })
    .returning();
  if (!feed) throw new Error('There is no feed.');
  const hub = { hubUrl: 'https://hub.example/', topicUrl: TOPIC, secret: 'between us' };
  await openSubscription({ feedId: feed.id, callbackToken: TOKEN, ...hub }, new Date(Date.now() - HOUR_MS));
});

const question = { 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.challenge': '<b>prove it</b>' };

async function ask(token: string, query: Readonly<Record<string, string>>): Promise<Response> {
  const url = `https://desk.example/api/websub/${token}?${new URLSearchParams(query).toString()}`;
  return GET(new Request(url), { params: Promise.resolve({ token }) });
}

async function push(
  token: string,
  body: BodyInit,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return POST(new Request(`https://desk.example/api/websub/${token}`, init), {
    params: Promise.resolve({ token }),
  });
}

async function state(): Promise<string | undefined> {
  const [row] = await database().select().from(subscriptions);
  return row?.state;
}

test('the challenge comes back as text that no browser takes for a page', async () => {
  const answer = await ask(TOKEN, { ...question, 'hub.lease_seconds': '3600' });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('<b>prove it</b>');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await state()).toBe('active');
});

test.each([
  ['an address of nobody', NOBODYS, question],
  ['an address that was never ours', '../etc', question],
  ['another topic', TOKEN, { ...question, 'hub.topic': 'https://other.example/' }],
  ['nothing', TOKEN, {}],
])('a question about %s is answered 404', async (_name, token, query) => {
  expect((await ask(token, query)).status).toBe(404);
  expect(await state()).toBe('asked');
});

test('a push to an address of nobody any more is answered 410, to one that was never ours 404', async () => {
  expect((await push(NOBODYS, '<rss/>')).status).toBe(410);
  expect((await push('short', '<rss/>')).status).toBe(404);
});

test('a push that is not signed as agreed is answered like any other', async () => {
  await ask(TOKEN, question);
  const forged = createHmac('sha256', 'a guess').update('<rss/>').digest('hex');
  const answer = await push(TOKEN, '<rss/>', { 'x-hub-signature': `sha256=${forged}` });
  expect(answer.status).toBe(202);
  const [row] = await database().select().from(subscriptions);
  expect(row).toMatchObject({ failures: 1, lastPushAt: null });
});

test.each([
  ['announced', new Uint8Array(8_000_001), { 'content-length': '8000001' }],
  ['not announced', endless(), {}],
])('a push of more than eight megabytes, %s, is not read to its end', async (_name, body, headers) => {
  expect((await push(TOKEN, body, headers)).status).toBe(413);
});

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000)) });
}
