import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';

let told: Writable | undefined;

/**
 * Has a process ended, or a directory removed with the database in it, should the journeys be killed before they
 * do so themselves. Call the result when they have.
 */
export function putAwayAfterwards(kind: 'process' | 'directory', name: string | number): () => void {
  const line = `${kind} ${name}\n`;
  told ??= startToPutAway();
  told.write(`+${line}`);
  return () => void told?.write(`-${line}`);
}

/** A process of its own group: what ends the whole group of the journeys leaves it. */
function startToPutAway(): Writable {
  const child = spawn(process.execPath, ['e2e/put-away.mjs'], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  return child.stdin.on('error', () => undefined);
}
