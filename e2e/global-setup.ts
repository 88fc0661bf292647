import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDesk, startWorld, type Running } from './processes';
import { temporaryDirectory } from './temporary-directory';

const TRY_EVERY_MS = 100;
const MAX_TRIES = 900;

/** One pretend internet and one built desk on it, for all journeys that do not need their own. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const dataDir = temporaryDirectory('desk');
  const world = await startWorld(['--news-paused']);
  const desk = await startDesk({ world: world.url, dataDir });
  process.env['WORLD_URL'] = world.url;
  process.env['DESK_URL'] = desk.url;
  process.env['DESK_SETUP_PATH'] = await readSetupPath(desk);
  await waitForFirstRound(desk, world);
  return async () => {
    await desk.stop();
    await world.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** The log shows the link a moment after the address. */
async function readSetupPath(desk: Running): Promise<string> {
  const [path] = await waitForOutput(desk, /\/console\/setup\?token=[\w-]+/g, 1);
  return path ?? '';
}

/** Every outlet has been read once: what comes after is news. */
async function waitForFirstRound(desk: Running, world: Running): Promise<void> {
  const manifest = (await (await fetch(`${world.url}/manifest.json`)).json()) as { sources: unknown[] };
  await waitForOutput(desk, /Feed polled .*?"source":"[^"]+"/g, manifest.sources.length);
}

async function waitForOutput(desk: Running, pattern: RegExp, distinct: number): Promise<readonly string[]> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const found = new Set(desk.output().match(pattern));
    if (found.size >= distinct) return [...found];
    await sleep(TRY_EVERY_MS);
  }
  throw new Error(`The desk did not print ${pattern} ${distinct} times:\n${desk.output()}`);
}
