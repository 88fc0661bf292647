import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { VENUE_IDS } from '@/lib/model/ids';
import type { WorldManifest } from '@/lib/system/world';
import { BOMBS } from './bombs';
import { writeFeed } from './write-feed';

/**
 * A process of its own: a thousand newsrooms, each at a loopback address of its own as on the real net, with ETags,
 * and the manifest by which a desk takes them for its world. Says its port when it is ready.
 */
const [feeds = 1_000, items = 30, bombs = 0] = process.argv.slice(2).map(Number);
const now = new Date();

const port = await listenAt('127.0.0.1', 0, (_, response) => response.end(JSON.stringify(writeManifest())));
const bodies = Array.from({ length: feeds }, (_, feed) => {
  const body = Buffer.from(writeBody(feed));
  return { body, etag: `"${createHash('sha1').update(body).digest('hex')}"` };
});
for (const [feed, { body, etag }] of bodies.entries()) {
  await listenAt(addressOf(feed), port, (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body);
  });
}
process.stdout.write(`feeds at ${port}\n`);

function writeBody(feed: number): string {
  const bomb = feed < bombs ? Object.values(BOMBS)[feed % Object.keys(BOMBS).length] : undefined;
  return bomb?.() ?? writeFeed({ feed, items, host: `http://${addressOf(feed)}:${port}`, now });
}

function writeManifest(): WorldManifest {
  const nowhere = { ws: 'ws://127.0.0.1:1', rest: 'http://127.0.0.1:1' };
  return {
    simulated: true,
    sources: bodies.map((_, feed) => {
      const siteUrl = `http://${addressOf(feed)}:${port}`;
      return {
        id: `newsroom-${feed}`,
        name: `Newsroom ${feed}`,
        siteUrl,
        language: 'en',
        kind: 'newsroom' as const,
        cryptoOnly: true,
        feeds: [{ url: `${siteUrl}/feed` }],
      };
    }),
    exchanges: Object.fromEntries(VENUE_IDS.map((id) => [id, nowhere])) as WorldManifest['exchanges'],
  };
}

function addressOf(feed: number): string {
  return `127.1.${feed >> 8}.${feed & 255}`;
}

async function listenAt(host: string, at: number, handle: RequestListener): Promise<number> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(at, host, resolve));
  return (server.address() as AddressInfo).port;
}
