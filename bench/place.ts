import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Measured, measurePlacing } from './place/measure-placing';
import { runBaseline } from './place/run-baseline';
import { writeStream } from './place/write-stream';

const WINDOWS = [5_000, 15_000, 30_000];
const MEASURED = 1_000;
const GOAL = { window: 15_000, meanMs: 1, p95Ms: 5, heapMb: 500 };
const BASELINE = '../shared/eval';

/** `bench -- place [--windows 5000,15000]`: tagging and placing one article more, by how many are in the window. */
export async function benchPlace(args: readonly string[]): Promise<number> {
  const windows = args[0] === '--windows' ? (args[1] ?? '').split(',').map(Number) : WINDOWS;
  const hasBaseline = existsSync(BASELINE);
  if (!hasBaseline) write(`No ${BASELINE} here: measured without the baseline beside it.`);
  write(
    `CPU ms an article (tag + place), the mean and shares of ${MEASURED} articles after the window is full`,
  );
  write(
    row(['window', 'mean', 'p50', 'p95', 'p99', 'heap MB', 'rebuild s', 'baseline mean', 'p95', 'ratio']),
  );
  const measure = await bundleMeasuring();
  const missed: number[] = [];
  for (const window of windows) {
    const stream = writeStream(window + MEASURED);
    const own = measure(stream, window);
    const other = hasBaseline ? await runBaseline(BASELINE, stream, window) : undefined;
    write(toRow(window, own, other));
    if (window <= GOAL.window && !meetsGoal(own)) missed.push(window);
  }
  const goal = `mean ≤ ${GOAL.meanMs} ms, p95 ≤ ${GOAL.p95Ms} ms, ≤ ${GOAL.heapMb} MB up to ${GOAL.window}`;
  write(missed.length === 0 ? `✓ ${goal}` : `✗ ${goal}: missed at ${missed.join(', ')}`);
  return missed.length === 0 ? 0 : 1;
}

/** As the server's build bundles it: what runs TypeScript directly wraps every function. */
async function bundleMeasuring(): Promise<typeof measurePlacing> {
  const outfile = join(process.cwd(), '.cache/bench/measure-placing.mjs');
  const entryPoints = ['bench/place/measure-placing.ts'];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
  const bundle = (await import(pathToFileURL(outfile).href)) as { measurePlacing: typeof measurePlacing };
  return bundle.measurePlacing;
}

function meetsGoal({ meanMs, p95Ms, heapMb }: Measured): boolean {
  return meanMs <= GOAL.meanMs && p95Ms <= GOAL.p95Ms && heapMb <= GOAL.heapMb;
}

function toRow(window: number, own: Measured, other: Baseline | undefined): string {
  const beside = other
    ? [toMs(other.meanMs), toMs(other.p95Ms), `${(own.meanMs / other.meanMs).toFixed(2)} ×`]
    : ['–', '–', '–'];
  const times = [own.meanMs, own.p50Ms, own.p95Ms, own.p99Ms].map(toMs);
  return row([String(window), ...times, own.heapMb.toFixed(0), own.rebuildSeconds.toFixed(1), ...beside]);
}

type Baseline = Awaited<ReturnType<typeof runBaseline>>;
function toMs(ms: number): string {
  return ms.toFixed(2);
}

function row(cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(11)).join('');
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
