import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttp } from '@/lib/system/http';
import { limitPerHost } from './limit-per-host';

const held: ServerResponse[] = [];
const server = createServer((request, response) => {
  if (request.url === '/broken') request.socket.destroy();
  else held.push(response);
});
const http = limitPerHost(createHttp({ userAgent: 'Test desk', addresses: 'loopback-too' }));
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await http.close();
  server.close();
});

test('a host is asked for two things at a time, in order, and another host does not wait for it', async () => {
  const order: number[] = [];
  const all = [1, 2, 3, 4].map((number) =>
    http.get(`http://127.0.0.1:${port}/${number}`).then(() => order.push(number)),
  );
  const elsewhere = http.get(`http://localhost:${port}/elsewhere`);
  await until(() => held.length === 3);
  await pause();
  expect(held).toHaveLength(3);
  while (order.length < 4) {
    for (const response of held.splice(0)) response.end();
    await pause();
  }
  await Promise.all([...all, elsewhere]);
  expect(new Set(order)).toEqual(new Set([1, 2, 3, 4]));
  expect(Math.max(order.indexOf(1), order.indexOf(2))).toBeLessThan(
    Math.min(order.indexOf(3), order.indexOf(4)),
  );
});

test('a request that fails gives its place back', async () => {
  for (let round = 0; round < 5; round += 1) {
    expect(await http.get(`http://127.0.0.1:${port}/broken`)).toMatchObject({ kind: 'failed' });
  }
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
