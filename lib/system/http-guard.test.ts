import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toHttpUrl } from '@/lib/core/url';
import type { ResolveName } from './address-guard';
import { createHttp } from './http';
import { judgeUrl } from './judge-url';
import { listenOnLoopback } from './testing';
import { CLOUD, LAN, LINK, REFUSED_URLS } from './testing-refused-urls';

/** What names answer in these tests; a list of lists changes its mind from one question to the next. */
const NAMES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'public.example': [['93.184.216.34']],
  'dual.example': [['93.184.216.34', '2606:2800:220:1::1']],
  'loopback.example': [['127.0.0.1']],
  'loopback6.example': [['::1']],
  'lan.example': [['192.168.1.10']],
  'metadata.example': [['169.254.169.254']],
  'mapped.example': [['::ffff:169.254.169.254']],
  'mixed.example': [['93.184.216.34', '10.0.0.5']],
  'mixed6.example': [['93.184.216.34', 'fd00::5']],
  'none.example': [[]],
};
const asked = new Map<string, number>();
const resolve: ResolveName = (name, _options, callback) => {
  const turn = asked.get(name) ?? 0;
  asked.set(name, turn + 1);
  const answers = NAMES[name];
  const found = answers?.[Math.min(turn, answers.length - 1)];
  if (!found) return callback(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }), []);
  callback(
    null,
    found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  );
};

describe(`a public desk refuses ${REFUSED_URLS.length} addresses, each with its reason`, () => {
  const http = createHttp({ userAgent: 'Test desk', addresses: 'public', resolve });
  afterAll(() => http.close());

  it.each(REFUSED_URLS)('%j: %s', async (text, why) => {
    const url = toHttpUrl(text);
    if (url) {
      expect(await judgeUrl(url, 'public', resolve)).toMatchObject({
        isAllowed: false,
        words: expect.stringMatching(why),
      });
    }
    expect(await http.get(text)).toMatchObject({
      kind: 'failed',
      reason: url ? 'refused-address' : 'not-a-url',
      message: expect.stringMatching(why),
    });
    expect(await http.post(text, { form: {} })).toMatchObject({ kind: 'failed' });
  });

  it.each([
    'http://public.example/',
    'https://public.example:8443/feed',
    'http://dual.example/',
    'http://public.example#@127.0.0.1:6379/',
    'http://public.example?@169.254.169.254/',
    'http://8.8.8.8/',
    'http://[2606:4700::1111]/',
    'http://[64:ff9b::808:808]/',
    'http://172.15.0.1/',
    'http://172.32.0.1/',
    'http://192.169.0.1/',
    'http://100.63.0.1/',
    'http://100.128.0.1/',
    'http://localhost.example.com.public.example/',
    'http://münchen.example/',
  ])('and not %s', async (text) => {
    const url = toHttpUrl(text);
    expect(url && (await judgeUrl(url, 'public', resolve))).toMatchObject({ isAllowed: true });
  });

  it('a name without an address, or of nobody, is named so', async () => {
    expect(await http.get('http://none.example/')).toMatchObject({
      reason: 'dns',
      message: 'The name none.example has no address.',
    });
    expect(await http.get('http://nobody.example:8080/')).toMatchObject({
      reason: 'dns',
      message: expect.stringContaining('nobody.example does not exist'),
    });
  });
});

describe('the wider policies still refuse', () => {
  it.each([
    ['loopback-too', 'http://localhost:4747/', true],
    ['loopback-too', 'http://127.0.0.1:4747/', true],
    ['loopback-too', 'http://lan.example/', false],
    ['loopback-too', 'http://router/', false],
    ['loopback-too', 'http://169.254.169.254/', false],
    ['any', 'http://192.168.0.7/', true],
    ['any', 'http://nas.local/', true],
    ['any', 'http://169.254.169.254/', false],
    ['any', 'http://[fd00:ec2::254]/', false],
    ['any', 'http://100.100.100.200/', false],
    ['any', 'http://metadata.google.internal/', false],
    ['any', 'http://metadata.example/', false],
    ['any', 'http://127.0.0.1:6379/', false],
    ['any', 'http://0.0.0.0/', false],
  ] as const)('%s: %s is allowed: %s', async (policy, text, isAllowed) => {
    const anyName: ResolveName = (name, options, callback) =>
      name === 'nas.local'
        ? callback(null, [{ address: '192.168.0.7', family: 4 }])
        : resolve(name, options, callback);
    expect(await judgeUrl(new URL(text), policy, anyName)).toMatchObject({ isAllowed });
  });
});

describe('on the way', () => {
  let location = '';
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    if (request.url === '/feed') response.writeHead(302, { location }).end();
    else response.end('secret');
  });
  let port = '';
  const http = createHttp({ userAgent: 'Test desk', addresses: 'loopback-too', resolve });

  beforeAll(async () => {
    port = new URL(await listenOnLoopback(server)).port;
  });
  afterAll(async () => {
    await http.close();
    server.close();
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data/', LINK],
    ['http://0xa9fea9fe/', LINK],
    ['//10.0.0.1/', LAN],
    ['http://[::ffff:10.0.0.1]/', LAN],
    ['http://lan.example/', LAN],
    ['http://mixed.example/', LAN],
    ['http://metadata.google.internal/', CLOUD],
    ['http://x@127.0.0.1/', /hides who is asked/],
    ['http://127.0.0.1:6379/', /belongs to a cache/],
  ])('a redirect to %s is refused at that hop', async (to, why) => {
    location = to;
    const result = await http.get(`http://127.0.0.1:${port}/feed`);
    expect(result).toMatchObject({ reason: 'refused-address', message: expect.stringMatching(why) });
  });

  it('a name that turns private between two questions is not connected to', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const rebinding: ResolveName = (_name, _options, callback) =>
      callback(
        null,
        (answers.shift() ?? ['127.0.0.1']).map((address) => ({ address, family: 4 })),
      );
    const judged = await judgeUrl(new URL(`http://rebind.example:${port}/`), 'public', rebinding);
    expect(judged.isAllowed).toBe(true);
    const desk = createHttp({ userAgent: 'Test desk', addresses: 'public', resolve: rebinding });
    const before = requests;
    expect(await desk.get(`http://rebind.example:${port}/`)).toMatchObject({ reason: 'refused-address' });
    expect(requests).toBe(before);
    await desk.close();
  });
});
