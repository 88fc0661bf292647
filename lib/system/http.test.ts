import { createServer, type RequestListener, type Server } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHttp, type Http, type HttpResult } from './http';
import { listenOnLoopback } from './testing';

const TIMEOUTS = { connectMs: 1_000, silenceMs: 800, wholeMs: 1_600 };
const http = createHttp({ userAgent: 'Test desk', addresses: 'loopback-too', timeouts: TIMEOUTS });
let answer: RequestListener = (_request, response) => response.end();
let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  base = await listenOnLoopback(server);
});
afterEach(() => {
  server.closeAllConnections();
});
afterAll(async () => {
  await http.close();
  server.close();
});

describe('an answer', () => {
  it('comes with status, headers, bytes and the address it came from', async () => {
    answer = (request, response) => {
      response.writeHead(200, { etag: '"a"', 'x-agent': request.headers['user-agent'] ?? '' });
      response.end('hello');
    };
    const result = await http.get(`${base}/x#part`);
    expect(result).toMatchObject({ kind: 'response', status: 200, permanentRedirectTo: undefined });
    expect(textOf(result)).toBe('hello');
    expect(headersOf(result)).toMatchObject({ etag: '"a"', 'x-agent': 'Test desk' });
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('is unpacked: %s', async (encoding, pack) => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(pack('packed '.repeat(9_000)));
    };
    expect(textOf(await http.get(base))).toBe('packed '.repeat(9_000));
  });

  it('is unpacked twice where it was packed twice', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'deflate, gzip' });
      response.end(gzipSync(deflateSync('twice')));
    };
    expect(textOf(await http.get(base))).toBe('twice');
  });

  it('that was cut off in the middle of its packing yields what arrived', async () => {
    const whole = gzipSync('0123456789'.repeat(4_000));
    answer = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(whole.subarray(0, whole.length - 12));
    };
    expect(textOf(await http.get(base))).toMatch(/^0123456789/);
  });

  it('of any status is an answer, not a failure', async () => {
    answer = (_request, response) => response.writeHead(503).end('later');
    expect(await http.get(base)).toMatchObject({ kind: 'response', status: 503 });
  });
});

describe('redirects', () => {
  it('are followed and the final address told', async () => {
    answer = routes({ '/a': [302, '/b'], '/b': [303, '/c'] });
    expect(await http.get(`${base}/a`)).toMatchObject({ url: `${base}/c`, permanentRedirectTo: undefined });
  });

  it.each([
    [{ '/a': [301, '/b'], '/b': [308, '/c'] }, '/c'],
    [{ '/a': [301, '/b'], '/b': [302, '/c'] }, '/b'],
    [{ '/a': [302, '/b'], '/b': [301, '/c'] }, undefined],
  ] as const)('%j moved for good to %s', async (table, moved) => {
    answer = routes(table);
    const expected = moved === undefined ? undefined : `${base}${moved}`;
    expect(await http.get(`${base}/a`)).toMatchObject({ permanentRedirectTo: expected });
  });

  it('in a circle are named so', async () => {
    answer = routes({ '/a': [302, '/b'], '/b': [302, '/a'] });
    await expectFailure(http.get(`${base}/a`), 'redirect-loop', /in a circle/);
  });

  it('beyond five are named so', async () => {
    answer = (request, response) => response.writeHead(302, { location: `${request.url}x` }).end();
    await expectFailure(http.get(`${base}/a`), 'redirect-loop', /more than 5 times/);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'http://'])('to %s are refused', async (location) => {
    answer = (_request, response) => response.writeHead(302, { location }).end();
    await expectFailure(http.get(base), 'bad-answer', /not a web address/);
  });

  it('to an address the policy refuses are refused at that hop', async () => {
    answer = (_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    await expectFailure(http.get(base), 'refused-address', /169\.254\.169\.254.*metadata/);
  });
});

describe('a public desk', () => {
  const desk = createHttp({ userAgent: 'Test desk', addresses: 'public', timeouts: TIMEOUTS });
  afterAll(() => desk.close());

  it.each([
    'http://127.0.0.1',
    'http://2130706433',
    'http://0x7f.1',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://localhost',
  ])('does not reach this machine as %s', async (origin) => {
    let asked = 0;
    answer = (_request, response) => {
      asked += 1;
      response.end();
    };
    await expectFailure(
      desk.get(`${origin}:${new URL(base).port}/`),
      'refused-address',
      /may not be reached/,
    );
    expect(asked).toBe(0);
  });
});

describe('a form', () => {
  it('is sent once, and the answer told', async () => {
    let got = '';
    answer = (request, response) => {
      request.on('data', (chunk: Buffer) => (got += chunk.toString()));
      request.on('end', () => response.writeHead(202, { 'x-type': request.headers['content-type'] }).end());
    };
    const result = await http.post(base, {
      form: { 'hub.mode': 'subscribe', topic: 'https://a.example/?b=c&d' },
    });
    expect(result).toMatchObject({ kind: 'response', status: 202 });
    expect(headersOf(result)).toMatchObject({ 'x-type': 'application/x-www-form-urlencoded' });
    expect(got).toBe('hub.mode=subscribe&topic=https%3A%2F%2Fa.example%2F%3Fb%3Dc%26d');
  });

  it.each([
    [307, 'POST /there'],
    [308, 'POST /there'],
    [301, 'POST /'],
    [303, 'POST /'],
  ])('follows %i: %s answers last', async (status, last) => {
    let latest = '';
    answer = (request, response) => {
      latest = `${request.method} ${request.url}`;
      if (request.url === '/') response.writeHead(status, { location: '/there' });
      response.end();
    };
    await http.post(`${base}/`, { form: { a: 'b' } });
    expect(latest).toBe(last);
  });
});

it('headers meant for one address alone go to no other', async () => {
  const seen: string[] = [];
  answer = (request, response) => {
    seen.push(`${request.url} ${request.headers['if-none-match'] ?? 'nothing'}`);
    routes({ '/a': [302, '/b'], '/b': [302, '/c'] })(request, response);
  };
  await http.get(`${base}/a`, { only: { url: `${base}/b`, headers: { 'if-none-match': '"b"' } } });
  expect(seen).toEqual(['/a nothing', '/b "b"', '/c nothing']);
});

it('a kept connection that its server closed is replaced without a failure', async () => {
  answer = (_request, response) => response.end('again');
  await http.get(base);
  server.closeAllConnections();
  expect(textOf(await http.get(base))).toBe('again');
});

async function expectFailure(result: ReturnType<Http['get']>, reason: string, words: RegExp): Promise<void> {
  const failed = await result;
  expect(failed).toMatchObject({ kind: 'failed', reason });
  expect(failed.kind === 'failed' ? failed.message : '').toMatch(words);
}

function textOf(result: HttpResult): string {
  return result.kind === 'response' ? Buffer.from(result.bytes).toString() : `failed: ${result.message}`;
}

function headersOf(result: HttpResult): unknown {
  return result.kind === 'response' ? result.headers : undefined;
}

function routes(table: Readonly<Record<string, readonly [number, string]>>): RequestListener {
  return (request, response) => {
    const hop = table[request.url ?? ''];
    if (hop) response.writeHead(hop[0], { location: hop[1] });
    response.end('end');
  };
}
