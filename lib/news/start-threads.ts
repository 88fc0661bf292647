import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';

/** Prices and pages go first where they compete for a core. */
const NICENESS = 5;

export interface Threads {
  /** The program's name in `lib/news`: it is bundled to `dist/` and told to knip. */
  readonly program: 'read-worker' | 'place-worker';
  readonly count: number;
  readonly maxHeapMb: number;
  readonly workerData?: object;
}

/** Threads that start at once, so that the first piece of work need not wait for them. */
export function startThreads({ program, count, maxHeapMb, workerData = {} }: Threads): Piscina {
  // A limit given to the whole process, as `npm start` does, would silently take the place of the threads' own.
  setFlagsFromString('--max-old-space-size=0');
  return new Piscina({
    filename: whereIs(program),
    execArgv: [],
    minThreads: count,
    maxThreads: count,
    niceIncrement: NICENESS,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  });
}

/** Found from the desk's directory: a bundler that packs this file does not pack the thread's. */
function whereIs(program: Threads['program']): string {
  return resolve(
    process.env.NODE_ENV === 'production' ? `dist/${program}.js` : `lib/news/${program}-source.mjs`,
  );
}
