import { setTimeout as sleep } from 'node:timers/promises';
import { askDesk, stopDatabase } from './desk-database';
import { startDesk, startWorld, type Running } from './processes';
import { temporaryDirectory } from './temporary-directory';

const TRY_EVERY_MS = 200;
const MAX_TRIES = 600;

/** A built desk and the pretend internet it lives on. */
export interface DeskPair {
  readonly deskUrl: string;
  readonly worldUrl: string;
  readonly dataDir: string;
  /** Makes the first operator, once. */
  readonly setupPath: string;
  stop(): Promise<void>;
}

/** Starts both, and waits until every feed has been read once: what comes after is news. */
export async function startPair(worldArgs: readonly string[]): Promise<DeskPair> {
  const directory = temporaryDirectory('desk');
  const dataDir = directory.path;
  const started: Running[] = [];
  const stop = async () => {
    for (const running of started.toReversed()) await running.stop();
    await stopDatabase(dataDir);
    directory.remove();
  };
  try {
    const world = await startWorld(worldArgs);
    started.push(world);
    const desk = await startDesk({ world: world.url, dataDir });
    started.push(desk);
    const setupPath = await readSetupPath(desk);
    await until(() => isEveryFeedRead(dataDir), 'Not every feed was read in time.');
    return { deskUrl: desk.url, worldUrl: world.url, dataDir, setupPath, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The log shows the link a moment after the address. */
async function readSetupPath(desk: Running): Promise<string> {
  const read = () => /\/console\/setup\?token=[\w-]+/.exec(desk.output())?.[0];
  await until(() => Promise.resolve(read() !== undefined), 'The desk showed no link for its operator.');
  return read() ?? '';
}

function isEveryFeedRead(dataDir: string): Promise<boolean> {
  return askDesk(dataDir, async (client) => {
    const unread = await client.query('select 1 from feeds where last_success_at is null limit 1');
    return unread.rowCount === 0;
  });
}

async function until(isSo: () => Promise<boolean>, complaint: string): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    if (await isSo()) return;
    await sleep(TRY_EVERY_MS);
  }
  throw new Error(complaint);
}
