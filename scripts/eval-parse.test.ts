import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eval-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a feed is printed as JSON with its dates in ISO', async () => {
  const item =
    '<item><guid>1</guid><title>One</title><link>/1</link><pubDate>Mon, 05 Feb 2024 09:30:15 GMT</pubDate></item>';
  const { code, stdout } = await evaluate(
    `<rss version="2.0"><channel><title>Café</title>${item}</channel></rss>`,
    ['application/rss+xml; charset=utf-8', 'https://site.example/feed'],
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    title: 'Café',
    items: [{ id: '1', title: 'One', link: 'https://site.example/1', date: '2024-02-05T09:30:15.000Z' }],
  });
});

test('what is no feed is JSON on stderr, and exit 1', async () => {
  const { code, stdout, stderr } = await evaluate('<!doctype html><title>Hello</title>', []);
  expect([code, stdout]).toEqual([1, '']);
  expect(JSON.parse(stderr)).toMatchObject({ kind: 'not-a-feed', reason: 'html' });
});

async function evaluate(text: string, rest: readonly string[]) {
  const file = join(folder, 'feed');
  await writeFile(file, text);
  const args = ['--import', 'tsx', 'scripts/eval.ts', 'parse', file, ...rest];
  return new Promise<{ code: number | string; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}
