import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** What a reader's browser loads before the front page answers a click. Chunks loaded later are not in it. */
const ROUTE = '/';
const MAX_FIRST_LOAD_BYTES = 170_000;
const REPORT = '.next/diagnostics/route-bundle-stats.json';

const report = z.array(z.object({ route: z.string(), firstLoadChunkPaths: z.array(z.string()).min(1) }));

const route = report.parse(JSON.parse(readFileSync(REPORT, 'utf8'))).find((entry) => entry.route === ROUTE);
if (!route) throw new Error(`${REPORT} knows no route ${ROUTE}.`);

const chunks = route.firstLoadChunkPaths
  .map((path) => ({ path, bytes: gzipSync(readFileSync(path)).byteLength }))
  .toSorted((a, b) => b.bytes - a.bytes);
const total = chunks.reduce((sum, { bytes }) => sum + bytes, 0);
for (const { path, bytes } of chunks) console.log(`${toKilobytes(bytes).padStart(9)}  ${path}`);

const sentence = `${ROUTE} loads ${toKilobytes(total)} of scripts first, of ${toKilobytes(MAX_FIRST_LOAD_BYTES)} at most`;
if (total > MAX_FIRST_LOAD_BYTES) {
  console.error(sentence);
  process.exitCode = 1;
} else console.log(sentence);

function toKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
