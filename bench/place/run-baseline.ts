import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { percentile } from '@/bench/ingest/probe-page';
import type { StreamedArticle } from './write-stream';

/** The research baseline on the same stream: its linker within its clusterer. CPU ms an article once the window is full. */
export async function runBaseline(
  folder: string,
  stream: readonly StreamedArticle[],
  window: number,
): Promise<{ readonly meanMs: number; readonly p95Ms: number }> {
  const load = (file: string) => import(pathToFileURL(resolve(folder, 'lib', file)).href) as Promise<unknown>;
  const read = (file: string) => readFileSync(join(folder, 'data', file), 'utf8');
  const { Clusterer } = (await load('cluster.mjs')) as ClustererModule;
  const { buildIndex, makeLinker } = (await load('linker.mjs')) as LinkerModule;
  const tokens = read('tokens.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
  const link = makeLinker(buildIndex(tokens, new Set(read('english.txt').split('\n'))));
  const prior: unknown = JSON.parse(read('prior-df.json'));
  const clusterer = new Clusterer({ link, prior });
  for (const article of stream.slice(0, window)) clusterer.add(article);
  const times = stream.slice(window).map((article) => {
    const from = process.cpuUsage();
    const wall = performance.now();
    clusterer.add(article);
    const { user, system } = process.cpuUsage(from);
    return Math.min((user + system) / 1_000, performance.now() - wall);
  });
  const sorted = times.toSorted((a, b) => a - b);
  return {
    meanMs: times.reduce((sum, time) => sum + time, 0) / times.length,
    p95Ms: percentile(sorted, 95),
  };
}

interface ClustererModule {
  readonly Clusterer: new (options: object) => { add(article: StreamedArticle): unknown };
}

interface LinkerModule {
  buildIndex(tokens: readonly unknown[], words: ReadonlySet<string>): unknown;
  makeLinker(index: unknown): unknown;
}
