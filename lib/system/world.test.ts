import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { readWorldManifest, WorldError } from './world';

async function withServer(body: string, run: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_, response) => response.end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}

test('a world that is not there is told in a sentence', async () => {
  await expect(readWorldManifest('http://127.0.0.1:1')).rejects.toThrow(/127\.0\.0\.1:1 does not answer/);
});

test.each(['no json', '{}', '{"simulated": false, "sources": [], "exchanges": {}}'])(
  'a manifest of %s is no world',
  async (body) => {
    await withServer(body, async (url) => {
      await expect(readWorldManifest(url)).rejects.toThrow(WorldError);
    });
  },
);
