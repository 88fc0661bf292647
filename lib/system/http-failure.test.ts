import { createServer, type RequestListener, type Server } from 'node:http';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHttp, type Http } from './http';
import { listenOnLoopback, withTcp } from './testing';

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

describe('what goes wrong is named', () => {
  it.each(['', 'feeds.example', 'ftp://feeds.example/', 'javascript:1', 'http://', 'nonsense'])(
    '"%s" is not a web address',
    async (url) => {
      await expectFailure(http.get(url), 'not-a-url', /not a web address/);
    },
  );

  it('a name that does not exist', async () => {
    await expectFailure(http.get('http://nothing.invalid/feed'), 'dns', /nothing\.invalid/);
  });

  it('a closed port', async () => {
    const closed = createServer();
    const address = await listenOnLoopback(closed);
    await new Promise((resolve) => closed.close(resolve));
    await expectFailure(http.get(address), 'connection', /refused the connection/);
  });

  it('a server that never answers', async () => {
    answer = () => undefined;
    await expectFailure(http.get(base), 'timeout', /did not (?:answer in time|finish)/);
  });

  it('a server that falls silent in the middle', async () => {
    answer = (_request, response) => {
      response.writeHead(200);
      response.write('half');
    };
    await expectFailure(http.get(base), 'timeout', /fell silent|did not finish/);
  });

  it('a server that drips for ever', async () => {
    answer = (_request, response) => {
      const drip = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(drip));
    };
    await expectFailure(http.get(base), 'timeout', /within 1.6 s/);
  });

  it('a connection broken off', async () => {
    answer = (request) => request.socket.destroy();
    await expectFailure(http.get(base), 'connection', /broke the connection off/);
  });

  it('less than the server announced', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('short', () => response.destroy());
    };
    await expectFailure(http.get(base), 'connection', /./);
  });

  it('an announced size over the cap, without reading it', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '5000000' });
      response.write('x');
    };
    await expectFailure(http.get(base, { maxBytes: 1_000_000 }), 'too-large', /larger than 1 MB/);
  });

  it('a damaged compressed answer', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end('this is not gzip at all');
    };
    await expectFailure(http.get(base), 'bad-answer', /damaged/);
  });

  it('an encoding nobody asked for', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'zstd' });
      response.end('x');
    };
    await expectFailure(http.get(base), 'bad-answer', /zstd/);
  });

  it('something that is not HTTP', async () => {
    await withTcp(
      (socket) => socket.end('220 mail.example ESMTP\r\n'),
      (url) => expectFailure(http.get(url), 'bad-answer', /not HTTP/),
    );
  });

  it('a server without TLS behind https', async () => {
    await withTcp(
      (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'),
      (url) => expectFailure(http.get(url.replace('http:', 'https:')), 'tls', /TLS|encryption/),
    );
  });

  it('a request its caller stopped', async () => {
    answer = () => undefined;
    const stop = new AbortController();
    const result = http.get(base, { signal: stop.signal });
    setTimeout(() => stop.abort(), 30);
    await expectFailure(result, 'stopped', /stopped/);
  });
});

describe('a bomb', () => {
  const tenMegabytes = Buffer.alloc(10_000_000);
  const member = gzipSync(tenMegabytes);
  const nothing = gzipSync('');
  /** Five gigabytes of zeros: a reader of gzip goes on from one member to the next. */
  const fiveGigabytes = Buffer.concat(Array.from({ length: 500 }, () => member));

  it.each([
    ['gzip', fiveGigabytes],
    ['br', brotliCompressSync(Buffer.alloc(60_000_000), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
    ['deflate', deflateSync(Buffer.alloc(60_000_000))],
    ['deflate', deflateRawSync(Buffer.alloc(60_000_000))],
    ['gzip, gzip', gzipSync(fiveGigabytes)],
    // Its outer layers unfold without end, and nothing ever comes out of the innermost.
    ['gzip, gzip', gzipSync(Buffer.concat(Array.from({ length: 500_000 }, () => nothing)))],
  ])('packed as %s is cut off while it unfolds', async (encoding, bomb) => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(bomb);
    };
    const memory = watchMemory();
    await expectFailure(http.get(base), 'too-large', /larger than 8 MB/);
    expect(memory.growth()).toBeLessThan(80_000_000);
  });

  it('of a few bytes a piece is cut off too', async () => {
    const patient = createHttp({ userAgent: 'Test desk', addresses: 'loopback-too' });
    await withTcp(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
        const crumbs = Buffer.from('1\r\nx\r\n'.repeat(10_000));
        const more = (): void => {
          while (socket.writable && socket.write(crumbs));
        };
        socket.on('drain', more);
        more();
      },
      (url) => expectFailure(patient.get(url), 'too-large', /too many pieces/),
    );
    await patient.close();
  });
});

it.each([
  ['a timeout', async (url: string) => http.get(url)],
  [
    'a caller who stops',
    async (url: string) => {
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 100);
      return http.get(url, { signal: stop.signal });
    },
  ],
  ['an answer that is too large', async (url: string) => http.get(url, { maxBytes: 10 })],
])('the server sees its connection close after %s', async (_name, ask) => {
  const closed = new Promise<boolean>((resolve) => {
    answer = (request, response) => {
      request.socket.once('close', () => resolve(true));
      response.writeHead(200);
      response.write('the first twenty bytes');
    };
  });
  expect(await ask(base)).toMatchObject({ kind: 'failed' });
  expect(await closed).toBe(true);
});

async function expectFailure(result: ReturnType<Http['get']>, reason: string, words: RegExp): Promise<void> {
  const failed = await result;
  expect(failed).toMatchObject({ kind: 'failed', reason });
  expect(failed.kind === 'failed' ? failed.message : '').toMatch(words);
}

/** The most this process has held beyond what it held at the start. */
function watchMemory(): { readonly growth: () => number } {
  const start = process.memoryUsage.rss();
  let most = start;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  return {
    growth: () => {
      clearInterval(timer);
      return Math.max(most, process.memoryUsage.rss()) - start;
    },
  };
}
