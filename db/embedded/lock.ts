import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DataDirectoryError } from './errors';
import { processFacts } from './process-facts';

const LOCK_FILE = 'tapewire.lock';
const MAX_ATTEMPTS = 5;

const holder = z.object({ pid: z.number().int(), startedAt: z.string().optional() });

/**
 * Takes a data directory for this process alone and returns the way to give it back.
 * The lock of a process that was killed does not count: it is known by its start time, as ids come round again.
 * @throws {DataDirectoryError} when a living process holds it.
 */
export function lockDataDirectory(dataDirectory: string): () => void {
  const path = join(dataDirectory, LOCK_FILE);
  const draft = `${path}.${process.pid}`;
  const own = JSON.stringify({ pid: process.pid, startedAt: processFacts(process.pid)?.startedAt });
  writeDraft(draft, own, dataDirectory);
  try {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (claim(draft, path)) return () => release(path, own);
      const pid = livingHolder(path);
      if (pid !== undefined) throw new DataDirectoryError(refusal(dataDirectory, pid));
      rmSync(path, { force: true });
    }
    throw new DataDirectoryError(`${path} could not be taken: remove it if no Tapewire is running.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(draft: string, own: string, dataDirectory: string): void {
  try {
    writeFileSync(draft, own);
  } catch (error) {
    throw new DataDirectoryError(
      `${dataDirectory} cannot be written to (${(error as Error).message}). ` +
        'Start Tapewire as the user who made it, or let DATA_DIR name another folder.',
      { cause: error },
    );
  }
}

/** A hard link appears with its content or not at all, so nobody reads a half-written lock. */
function claim(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function livingHolder(path: string): number | undefined {
  const lock = readHolder(path);
  const facts = lock && processFacts(lock.pid);
  if (!facts) return undefined;
  const isSame =
    lock.startedAt === undefined || facts.startedAt === undefined || lock.startedAt === facts.startedAt;
  return isSame ? lock.pid : undefined;
}

function readHolder(path: string): z.infer<typeof holder> | undefined {
  try {
    return holder.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function release(path: string, own: string): void {
  try {
    if (readFileSync(path, 'utf8') === own) rmSync(path);
  } catch {
    // The folder is gone already: nothing is held any more.
  }
}

function refusal(dataDirectory: string, pid: number): string {
  return (
    `Another Tapewire (process ${pid}) is using ${dataDirectory}. ` +
    'Stop it first, or give this one a place of its own: DATA_DIR=./data/second PORT=3001 npm start.'
  );
}
