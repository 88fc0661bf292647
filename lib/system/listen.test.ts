import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { closeServer, listen } from './listen';

test.each([
  [undefined, /^http:\/\/localhost:\d+$/],
  ['https://desk.example', /^https:\/\/desk\.example$/],
])('the port is open, and readers use the public address %s where there is one', async (PUBLIC_URL, home) => {
  const server = createServer((_request, response) => response.end('here'));
  expect(await listen(server, { PORT: 0, HOST: '127.0.0.1', PUBLIC_URL })).toMatch(home);
  const { port } = server.address() as AddressInfo;
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here');
  await closeServer(server);
});
