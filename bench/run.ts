import { benchIngest } from './ingest';
import { benchParse } from './parse';
import { benchPlace } from './place';

/** Side-by-side benchmarks: each prints its figures and the ratio to its reference. */
const TASKS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  ingest: benchIngest,
  parse: benchParse,
  place: benchPlace,
};

const [task = '', ...args] = process.argv.slice(2);
const run = Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
if (run) {
  process.exitCode = await run(args);
} else {
  process.stderr.write(`Usage: npm run bench -- <${Object.keys(TASKS).join(' | ')}> …\n`);
  process.exitCode = 2;
}
