import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createHttp, type Http } from '@/lib/system/http';
import { signImage } from './image-address';
import { createStudio, loadImage, type Studio } from './load-image';

const NOW = new Date('2026-11-23T12:00:00Z');
const LATER = new Date('2026-11-23T12:06:00Z');
const BROWSER = 'image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8';

let server: Server;
let base = '';
let http: Http;
let studio: Studio;
let directory = '';
let asked: string[] = [];
const answers = new Map<string, { status?: number; type?: string; body: Uint8Array | string }>();

beforeAll(async () => {
  process.env['SECRET'] = 'a-secret-for-tests-that-is-long-enough';
  http = createHttp({ userAgent: 'test', addresses: 'loopback-too' });
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (path.startsWith('/to/')) {
      response.writeHead(302, { location: decodeURIComponent(path.slice('/to/'.length)) }).end();
      return;
    }
    if (path === '/endless.jpg') {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).write('begun');
      return;
    }
    const answer = answers.get(path) ?? { status: 404, body: 'none' };
    void pause(5).then(() =>
      response
        .writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'image/jpeg' })
        .end(answer.body),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answers.set('/photo.jpg', {
    body: await photo()
      .jpeg()
      .withExif({ IFD0: { Copyright: 'me' } })
      .toBuffer(),
  });
  answers.set('/mislabelled', { type: 'text/html', body: await photo().png().toBuffer() });
  answers.set('/page.jpg', { body: '<!doctype html><p>no picture' });
  answers.set('/drawing.jpg', { body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' });
  answers.set('/cut-short.jpg', { body: (await photo().jpeg().toBuffer()).subarray(0, 2_000) });
  answers.set('/huge.jpg', { body: new Uint8Array(5_100_000) });
  answers.set('/bomb.png', { body: await bomb() });
});
beforeEach(() => {
  asked = [];
  directory = mkdtempSync(join(tmpdir(), 'tapewire-studio-'));
  studio = createStudio(http, directory);
  return () => rmSync(directory, { recursive: true });
});
afterAll(async () => {
  await http.close();
  server.close();
});

test('a picture is made small, in the best format the browser takes, without its metadata', async () => {
  for (const [accept, format, name] of [
    [BROWSER, 'avif', 'heif'],
    ['image/webp,*/*', 'webp', 'webp'],
    ['*/*', 'jpeg', 'jpeg'],
    [null, 'jpeg', 'jpeg'],
  ] as const) {
    const loaded = await load('/photo.jpg', 320, accept);
    if (loaded.kind !== 'image') throw new Error(loaded.kind);
    expect(loaded.format).toBe(format);
    const made = await readable(loaded.bytes);
    expect(made).toMatchObject({ format: name, width: 320, height: 200 });
    expect(made.exif).toBeUndefined();
  }
});

test('a small picture is not blown up', async () => {
  const loaded = await load('/photo.jpg', 1280, '*/*');
  expect(loaded.kind === 'image' && (await readable(loaded.bytes)).width).toBe(800);
});

test('the bytes decide what a picture is, not their label', async () => {
  expect((await load('/mislabelled')).kind).toBe('image');
});

test.each(['/page.jpg', '/drawing.jpg', '/cut-short.jpg', '/bomb.png'])(
  '%s is no picture we pass on',
  async (path) => {
    expect(await load(path)).toEqual({ kind: 'not-a-picture' });
  },
);

test.each([
  ['/huge.jpg', /larger than 5 MB/],
  ['/missing.jpg', /answered 404/],
])('%s cannot be had, and why is known', async (path, message) => {
  expect(await load(path)).toMatchObject({ kind: 'unreachable', message: expect.stringMatching(message) });
});

test('a server that begins a picture and never ends it is not waited for', async () => {
  const impatient = createHttp({
    userAgent: 'test',
    addresses: 'loopback-too',
    timeouts: { connectMs: 100, silenceMs: 100, wholeMs: 200 },
  });
  const query = queryOf(signImage(`${base}/endless.jpg`, 320));
  const loaded = await loadImage({ query, accept: null }, NOW, createStudio(impatient, directory));
  expect(loaded.kind).toBe('unreachable');
  await impatient.close();
});

test('an address behind the wall is not reached', async () => {
  const guarded = createHttp({ userAgent: 'test', addresses: 'public' });
  const query = queryOf(signImage(`${base}/photo.jpg`, 320));
  const loaded = await loadImage({ query, accept: null }, NOW, createStudio(guarded, directory));
  expect(loaded).toMatchObject({
    kind: 'unreachable',
    message: expect.stringMatching(/this machine itself/),
  });
  expect(asked).toEqual([]);
  await guarded.close();
});

test.each([
  'http://169.254.169.254/latest/meta-data',
  'http://10.0.0.7/photo.jpg',
  'http://[::ffff:192.168.1.1]/photo.jpg',
  'http://0x0a000001/photo.jpg',
  'file:///etc/passwd',
])('nor by a redirect to %s', async (target) => {
  const path = `/to/${encodeURIComponent(target)}`;
  expect(await load(path)).toMatchObject({ kind: 'unreachable' });
  expect(asked).toEqual([path]);
});

test('nothing is fetched for an address we did not sign', async () => {
  const query = queryOf(signImage(`${base}/photo.jpg`, 320));
  query.set('w', '640');
  expect(await loadImage({ query, accept: null }, NOW, studio)).toEqual({ kind: 'not-signed' });
  expect(asked).toEqual([]);
});

test('readers who ask at once cause one request, later ones none', async () => {
  await Promise.all([load('/photo.jpg'), load('/photo.jpg'), load('/photo.jpg')]);
  await load('/photo.jpg');
  studio = createStudio(http, directory);
  await load('/photo.jpg');
  expect(asked).toEqual(['/photo.jpg']);
});

test('a picture that failed is asked for again after a while, not at once', async () => {
  await load('/missing.jpg', 320);
  await load('/missing.jpg', 640);
  expect(asked).toHaveLength(1);
  await load('/missing.jpg', 320, BROWSER, LATER);
  expect(asked).toHaveLength(2);
});

function load(path: string, width = 320, accept: string | null = BROWSER, now = NOW) {
  return loadImage({ query: queryOf(signImage(base + path, width)), accept }, now, studio);
}

function queryOf(address: string): URLSearchParams {
  return new URLSearchParams(address.split('?')[1] ?? '');
}

function photo() {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  return sharp({ create: { width: 800, height: 500, channels: 3, background: '#888', noise } });
}

/** A few kilobytes that unfold to 81 million pixels. */
function bomb(): Promise<Buffer> {
  const create = { width: 9_000, height: 9_000, channels: 3 as const, background: '#000' };
  return sharp({ create, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer();
}

function readable(bytes: Uint8Array) {
  return sharp(bytes).metadata();
}
