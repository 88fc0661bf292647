import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs beside the journeys and is told, a line each, what they have started and made: `+process 12`,
 * `-process 12`, `+directory /tmp/x`. When its input ends, whatever ended them, it puts away what is left.
 */
const MAX_TRIES = 100;
const TRY_EVERY_MS = 200;

const left = { process: new Set(), directory: new Set() };

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [, sign, kind, name] = /^([+-])(process|directory) (.+)$/.exec(line) ?? [];
    if (sign === '+') left[kind].add(name);
    else if (sign === '-') left[kind].delete(name);
  })
  .on('close', () => void putAway());

async function putAway() {
  const processes = [...left.process].map(Number);
  for (const pid of processes) send(pid, 'SIGTERM');
  for (let tries = 0; tries < MAX_TRIES && processes.some((pid) => send(pid, 0)); tries += 1) {
    await sleep(TRY_EVERY_MS);
  }
  for (const pid of processes) send(pid, 'SIGKILL');
  for (const directory of left.directory) {
    await endDatabase(join(directory, 'postgres'));
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: TRY_EVERY_MS });
  }
}

/** A desk that was killed leaves its database running. */
async function endDatabase(cluster) {
  const pid = readPid(join(cluster, 'postmaster.pid'));
  if (pid === undefined || !send(pid, 'SIGQUIT')) return;
  for (let tries = 0; tries < MAX_TRIES && send(pid, 0); tries += 1) await sleep(TRY_EVERY_MS);
}

function readPid(path) {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10);
  } catch {
    return undefined;
  }
}

/** Whether there was anybody to get it. */
function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
