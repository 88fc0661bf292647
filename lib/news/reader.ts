import { availableParallelism } from 'node:os';
import type { Piscina } from 'piscina';
import { loadTokens } from '@/db/queries/load-tokens';
import { loadTopics } from '@/db/queries/load-topics';
import { SECOND_MS } from '@/lib/core/time';
import { singleton } from '@/lib/system/singleton';
import type { PageReading } from './normalise/read-page';
import type { PageReadInput } from './read-article-page';
import type { FactsReading, ReadInput, Reading, UnreadableFeed } from './read-articles';
import { createReadQueue, type ReadQueue } from './read-queue';
import type { JobBegun, ReadJob, ReadWorkerData } from './read-worker';
import { startThreads } from './start-threads';

const MAX_JOB_MS = 10 * SECOND_MS;
/** A thread that is not up by then never will be: a fault of ours, not of the document. */
const MAX_WAIT_FOR_THREAD_MS = 60 * SECOND_MS;
/**
 * Of a reading thread's heap, well above what the worst document within the parser's own limits takes (about 200): V8
 * ends the thread only where the heap grows in small steps, a single large one past the limit ends the process.
 */
const MAX_HEAP_MB = 384;
/** The second is there so that a bad document does not hold the others up. */
const MAX_THREADS = 2;

/** Reads strangers' documents in threads of their own: whatever one does to its thread, nothing else feels it. */
export interface Reader {
  read(input: ReadInput): Promise<Reading>;
  /** What a document says of itself, its items only counted. */
  readFacts(input: Pick<ReadInput, 'bytes' | 'contentType' | 'url'>): Promise<FactsReading>;
  /** An article's own page, read down to its text. */
  readPage(input: PageReadInput): Promise<PageReading>;
  /** Ends the threads; work under way is lost. */
  stop(): Promise<void>;
}

/** What a reader is made of: the catalogues it tags by, and what one document may cost. */
export interface ReaderSettings extends ReadWorkerData {
  readonly maxJobMs?: number;
  readonly maxHeapMb?: number;
}

/** The one reader of this process, tagging by the catalogues in the database as they were at its last renewal. */
export async function newsReader(): Promise<Reader> {
  const held = readerOfProcess();
  await currentReader(held);
  return {
    read: async (input) => (await currentReader(held)).read(input),
    readFacts: async (input) => (await currentReader(held)).readFacts(input),
    readPage: async (input) => (await currentReader(held)).readPage(input),
    stop: async () => {
      const stopped = held.reader;
      held.reader = undefined;
      await (await stopped)?.stop();
    },
  };
}

/** From now on articles are tagged by the catalogues as they are now; what is being read is still read to its end. */
export async function renewNewsReader(): Promise<void> {
  const held = readerOfProcess();
  const former = held.reader;
  if (!former) return;
  held.reader = openReader();
  // Whoever just asked for the former one has handed it his document by then.
  await held.reader;
  await (await former).retire();
}

interface HeldReader {
  reader: Promise<RetirableReader> | undefined;
}

function readerOfProcess(): HeldReader {
  return singleton<HeldReader>('news-reader', () => ({ reader: undefined }));
}

function currentReader(held: HeldReader): Promise<RetirableReader> {
  held.reader ??= openReader().catch((error: unknown) => {
    held.reader = undefined;
    throw error;
  });
  return held.reader;
}

async function openReader(): Promise<RetirableReader> {
  const [tokens, topics] = await Promise.all([loadTokens(), loadTopics()]);
  return createReader({ tokens, topics });
}

interface RetirableReader extends Reader {
  /** Ends once all that it was given is read. */
  retire(): Promise<void>;
}

/** The threads start at once, so that the first document need not wait for them. */
export function createReader({
  tokens,
  topics,
  maxJobMs = MAX_JOB_MS,
  maxHeapMb = MAX_HEAP_MB,
}: ReaderSettings): RetirableReader {
  const threads = Math.min(MAX_THREADS, availableParallelism());
  const workerData: ReadWorkerData = { tokens, topics };
  const pool = startThreads({ program: 'read-worker', count: threads, maxHeapMb, workerData });
  const inTurn = createReadQueue(threads);
  const underWay = new Set<Promise<unknown>>();
  const queue: ReadQueue = (bytes, work) => {
    const reading = inTurn(bytes, work).finally(() => underWay.delete(reading));
    underWay.add(reading);
    return reading;
  };
  const run = createRunner(pool, { maxJobMs, maxHeapMb });
  return {
    read: (input) => queue(input.bytes.length, () => run<Reading>('read', input)),
    readFacts: (input) => queue(input.bytes.length, () => run<FactsReading>('readFactsOnly', input)),
    readPage: async (input) => {
      const read = await queue(input.bytes.length, () => run<PageReading>('readPage', input));
      return read.kind === 'unreadable' ? { kind: 'no-article', message: read.message } : read;
    },
    stop: () => pool.destroy(),
    retire: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
      await pool.destroy();
    },
  };
}

/** Gives one document to a thread. Its time counts from when the thread begins with it. */
function createRunner(pool: Piscina, limits: Limits) {
  const onBegun = new Map<number, () => void>();
  let jobs = 0;
  pool.on('message', ({ begun }: JobBegun) => onBegun.get(begun)?.());

  return async <Result>(name: string, input: Document): Promise<Result | UnreadableFeed> => {
    const job = (jobs += 1);
    const patience = new AbortController();
    const give = (ms: number, up: 'too-slow' | 'no-thread') => setTimeout(() => patience.abort(up), ms);
    let timer = give(MAX_WAIT_FOR_THREAD_MS, 'no-thread');
    onBegun.set(job, () => {
      clearTimeout(timer);
      timer = give(limits.maxJobMs, 'too-slow');
    });
    // A copy can be handed over whole; what came from the network may lie in memory that is shared.
    const bytes = new Uint8Array(input.bytes);
    const task: ReadJob<Document> = { job, input: { ...input, bytes } };
    try {
      return (await pool.run(task, {
        name,
        signal: patience.signal,
        transferList: [bytes.buffer],
      })) as Result;
    } catch (error) {
      const ended = explainEnd(error, patience.signal.reason, limits);
      if (ended) return ended;
      throw error;
    } finally {
      clearTimeout(timer);
      onBegun.delete(job);
    }
  };
}

/** What a thread's end says of the document it was reading; `undefined` where the fault is ours. */
function explainEnd(error: unknown, gaveUp: unknown, limits: Limits): UnreadableFeed | undefined {
  if (gaveUp === 'too-slow') {
    const seconds = limits.maxJobMs / SECOND_MS;
    return unreadable('too-slow', `The document was not read within ${seconds} s and was given up.`);
  }
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const message = `The document needs more than ${limits.maxHeapMb} MB of memory to read and was given up.`;
    return unreadable('too-large-in-memory', message);
  }
  return undefined;
}

function unreadable(reason: UnreadableFeed['reason'], message: string): UnreadableFeed {
  return { kind: 'unreadable', reason, message, feedLinks: [] };
}

type Document = Pick<ReadInput, 'bytes'>;

interface Limits {
  readonly maxJobMs: number;
  readonly maxHeapMb: number;
}
