import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createImageCache } from './image-cache';

const LIMITS = { maxBytes: 100, maxFiles: 10, maxUnusedMs: 24 * 60 * 60_000 };
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 12, minutes));

let directory = '';
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'tapewire-images-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('what was kept is there, also for the next process', async () => {
  await createImageCache(directory, LIMITS).write('abc.webp', bytes(10, 7), at(0));
  expect([...((await createImageCache(directory, LIMITS).read('abc.webp', at(1))) ?? [])]).toEqual(
    Array<number>(10).fill(7),
  );
  expect(await createImageCache(directory, LIMITS).read('abd.webp', at(1))).toBeUndefined();
});

test('beyond its size it gives up what was used longest ago', async () => {
  const cache = createImageCache(directory, LIMITS);
  await cache.write('a1', bytes(40), at(0));
  await cache.write('b2', bytes(40), at(1));
  await cache.read('a1', at(2));
  await cache.write('c3', bytes(40), at(3));
  expect(await cache.read('b2', at(4))).toBeUndefined();
  expect(files()).toEqual(['a1', 'c3']);
});

test('the order of use outlives the process', async () => {
  const first = createImageCache(directory, LIMITS);
  await first.write('a1', bytes(40), at(0));
  await first.write('b2', bytes(40), at(1));
  await first.read('a1', at(90));
  await createImageCache(directory, LIMITS).write('c3', bytes(40), at(91));
  expect(files()).toEqual(['a1', 'c3']);
});

test('it keeps no more files than it may', async () => {
  const cache = createImageCache(directory, { ...LIMITS, maxBytes: 1_000, maxFiles: 2 });
  for (const [index, key] of ['a1', 'b2', 'c3'].entries()) await cache.write(key, bytes(1), at(index));
  expect(files()).toEqual(['b2', 'c3']);
});

test('a picture written twice counts once', async () => {
  const cache = createImageCache(directory, LIMITS);
  for (let index = 0; index < 5; index += 1) await cache.write('a1', bytes(40), at(index));
  await cache.write('b2', bytes(40), at(6));
  expect(files()).toEqual(['a1', 'b2']);
});

test('half-written files of a process that died are cleared away', async () => {
  writeFileSync(join(directory, 'a1-0123.draft'), 'half');
  expect(await createImageCache(directory, LIMITS).read('a1', at(0))).toBeUndefined();
  expect(files()).toEqual([]);
});

test('a directory emptied under it is only empty', async () => {
  const cache = createImageCache(directory, LIMITS);
  await cache.write('a1', bytes(10), at(0));
  rmSync(directory, { recursive: true });
  expect(await cache.read('a1', at(1))).toBeUndefined();
  await cache.write('a1', bytes(10), at(2));
  expect(await cache.read('a1', at(3))).toHaveLength(10);
});

test('what nobody has looked at for long goes, though there is room', async () => {
  const cache = createImageCache(directory, LIMITS);
  await cache.write('a1', bytes(1), at(0));
  await cache.write('b2', bytes(1), at(0));
  await cache.read('a1', at(20 * 60));
  await cache.write('c3', bytes(1), at(24 * 60 + 1));
  expect(files()).toEqual(['a1', 'c3']);
});

test('a disk that cannot be used costs no picture, and is used once it can be', async () => {
  writeFileSync(join(directory, 'file'), 'in the way');
  const cache = createImageCache(join(directory, 'file'), LIMITS);
  expect(await cache.read('a1', at(0))).toBeUndefined();
  await expect(cache.write('a1', bytes(1), at(0))).rejects.toThrow(/EEXIST|ENOTDIR/);
  rmSync(join(directory, 'file'));
  await cache.write('a1', bytes(1), at(1));
  expect(await cache.read('a1', at(2))).toHaveLength(1);
});

function files(): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .toSorted();
}

function bytes(length: number, value = 1): Uint8Array {
  return new Uint8Array(length).fill(value);
}
