import { createServer, type Server, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ResolveName } from './address-guard';
import { createHttp, type Http } from './http';
import { createSelfSigned, createTestAuthority, type TestAuthority } from './testing-certificates';

const HOST = 'feeds.example';
const TIMEOUTS = { connectMs: 2_000, silenceMs: 2_000, wholeMs: 4_000 };
/** Every name leads to this machine. */
const resolve: ResolveName = (_name, _options, callback) =>
  callback(null, [{ address: '127.0.0.1', family: 4 }]);

let authority: TestAuthority;
let stranger: TestAuthority;
let http: Http;
const running: Server[] = [];

beforeAll(() => {
  authority = createTestAuthority('A test authority', new Date());
  stranger = createTestAuthority('An authority nobody knows', new Date());
  http = createHttp({
    userAgent: 'Test desk',
    addresses: 'loopback-too',
    timeouts: TIMEOUTS,
    authorities: authority.cert,
    resolve,
  });
});
afterEach(() => {
  for (const server of running.splice(0)) server.close().closeAllConnections();
});

/** What asking a server with this certificate comes to. */
async function ask(options: ServerOptions): Promise<unknown> {
  const server = createServer(options, (_request, response) => response.end('<rss/>'));
  running.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return http.get(`https://${HOST}:${(server.address() as AddressInfo).port}/feed`);
}

it('a certificate of a known authority, for this name and this day, is trusted', async () => {
  expect(await ask(authority.issue(HOST))).toMatchObject({ kind: 'response', status: 200 });
});

describe('encryption that cannot be trusted is refused and named', () => {
  it.each([
    ['an expired certificate', () => authority.issue(HOST, { from: -30, to: -1 }), /has expired/],
    ['one of tomorrow', () => authority.issue(HOST, { from: 1, to: 30 }), /not valid yet/],
    ['one for another name', () => authority.issue('other.example'), /for another name/],
    ['one that vouches for itself', () => createSelfSigned(HOST, new Date()), /signed by nobody but itself/],
    ['one of an unknown authority', () => stranger.issue(HOST), /unknown or left out/],
    [
      'one of an unknown authority that comes along',
      () => {
        const { cert, key } = stranger.issue(HOST);
        return { cert: `${cert}${stranger.cert}`, key };
      },
      /signed by an unknown authority/,
    ],
    [
      'TLS 1.1',
      () => ({
        ...authority.issue(HOST),
        minVersion: 'TLSv1' as const,
        maxVersion: 'TLSv1.1' as const,
        ciphers: 'DEFAULT@SECLEVEL=0',
      }),
      /too old to be safe/,
    ],
    [
      'no encryption at all',
      () => ({
        ...authority.issue(HOST),
        maxVersion: 'TLSv1.2' as const,
        ciphers: 'ECDHE-ECDSA-NULL-SHA@SECLEVEL=0',
      }),
      /no encryption in common/,
    ],
  ])('%s', async (_name, options, words) => {
    expect(await ask(options())).toMatchObject({
      kind: 'failed',
      reason: 'tls',
      message: expect.stringMatching(words),
    });
  });
});
