import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveTo } from './account';
import type { Address } from './address';
import { binary, type Binaries } from './binaries';
import type { Cluster } from './cluster';
import type { DataPlace } from './data-place';
import { DatabaseStartError } from './errors';
import { serves, type RunningServer } from './running-server';
import { serverVariables } from './server-variables';

const START_WITHIN_MS = 120_000;
const POLL_EVERY_MS = 20;
const MAX_LOG_BYTES = 2_000_000;
/** macOS allows 104 bytes for a socket's whole path, Linux 108; the file's own name takes 18. */
const MAX_SOCKET_DIRECTORY_BYTES = 84;
const MAX_COMPLAINT_LENGTH = 300;
const SOCKET_PORT = 5432;
const SOCKET_PREFIX = 'tapewire-socket-';

/** Safe settings that cost nothing here, and those that only a database made to be thrown away may have. */
const SETTINGS = ['max_connections=60', 'jit=off', 'timezone=UTC', 'log_timezone=UTC', 'log_checkpoints=off'];
const THROWAWAY_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export interface LaunchOptions {
  readonly place: DataPlace;
  readonly binaries: Binaries;
  readonly address: Address;
  readonly throwaway: boolean;
}

/**
 * Starts a server of its own process group, so that Ctrl-C in a terminal reaches us first and we stop in order.
 * @throws {DatabaseStartError} with PostgreSQL's own reason when it ends instead of answering.
 */
export async function launchServer(options: LaunchOptions): Promise<RunningServer> {
  const { place, binaries, address } = options;
  const log = openLog(place);
  const child = spawn(binary(binaries, 'postgres'), ['-D', place.cluster, ...settingsFor(options)], {
    ...place.account,
    cwd: place.cluster,
    detached: true,
    env: serverVariables(),
    stdio: ['ignore', log.file, log.file],
    windowsHide: true,
  });
  const failure = new Promise<Error>((resolve) => child.once('error', resolve));
  closeSync(log.file);
  child.unref();
  const outcome = await Promise.race([failure, waitUntilServing(child, address, place)]);
  if (outcome === 'serving' && child.pid !== undefined) return { pid: child.pid, address };
  const reason = outcome instanceof Error ? outcome.message : lastComplaint(log.path, log.from);
  throw new DatabaseStartError(
    `PostgreSQL ${binaries.version} could not open ${place.cluster}: ${reason} Nothing there was changed; its log is ${log.path}.`,
  );
}

/** Removes the folder of a socket where one had to be made outside the cluster. */
export function removeSocketDirectory({ host }: Address): void {
  if (basename(host).startsWith(SOCKET_PREFIX)) rmSync(host, { recursive: true, force: true });
}

/** The socket lies in the cluster itself, which only its owner may enter; a path too long for one needs a short folder. */
export async function chooseAddress(
  place: DataPlace,
  { password }: Cluster,
  transport: 'socket' | 'tcp',
): Promise<Address> {
  if (transport === 'tcp') return { host: '127.0.0.1', port: await freePort(), password };
  if (Buffer.byteLength(place.cluster) <= MAX_SOCKET_DIRECTORY_BYTES) {
    return { host: place.cluster, port: SOCKET_PORT, password: undefined };
  }
  const directory = mkdtempSync(join(tmpdir(), SOCKET_PREFIX));
  giveTo(place.account, directory);
  return { host: directory, port: SOCKET_PORT, password: undefined };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function settingsFor({ throwaway, address: { host, port, password } }: LaunchOptions): string[] {
  const listen =
    password !== undefined
      ? [`listen_addresses=${host}`, 'unix_socket_directories=']
      : [
          'listen_addresses=',
          `unix_socket_directories=${quoteListItem(host)}`,
          'unix_socket_permissions=0700',
        ];
  const all = [...listen, `port=${port}`, ...SETTINGS, ...(throwaway ? THROWAWAY_SETTINGS : [])];
  return all.flatMap((setting) => ['-c', setting]);
}

/** The setting is a list: a comma in a path would end the item. */
function quoteListItem(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}

function openLog({ dataDirectory }: DataPlace): { file: number; path: string; from: number } {
  const path = join(dataDirectory, 'postgres.log');
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const isFull = bytes > MAX_LOG_BYTES;
  return { file: openSync(path, isFull ? 'w' : 'a', 0o600), path, from: isFull ? 0 : bytes };
}

async function waitUntilServing(
  child: ChildProcess,
  address: Address,
  place: DataPlace,
): Promise<'serving' | 'ended'> {
  for (const deadline = performance.now() + START_WITHIN_MS; performance.now() < deadline;) {
    if (child.exitCode !== null || child.signalCode !== null) return 'ended';
    if (await serves(address, place)) return 'serving';
    await sleep(POLL_EVERY_MS);
  }
  child.kill('SIGQUIT');
  return 'ended';
}

/** What the server said last before it ended; it writes no level when it stops before its log is set up. */
function lastComplaint(path: string, from: number): string {
  const lines = readFileSync(path).subarray(from).toString('utf8').trim().split('\n');
  const fatal = lines.findLast((line) => /FATAL|PANIC/.test(line));
  const complaint =
    fatal?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? lines.join(' ').slice(-MAX_COMPLAINT_LENGTH);
  return complaint.replace(/[.\s]*$/, '.');
}
