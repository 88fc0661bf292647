import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, connectionUrl, type Address } from './address';
import { binary, findBinaries } from './binaries';
import type { Cluster } from './cluster';
import type { DataPlace } from './data-place';
import { DatabaseStartError, DataDirectoryError } from './errors';
import { hasProcess, isRunning, processFacts } from './process-facts';

const ANSWER_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
const POLL_EVERY_MS = 25;

/** A server that answers, started by this process or found running. */
export interface RunningServer {
  readonly pid: number;
  readonly address: Address;
}

/**
 * A Node process that is killed leaves its database running: it is found here and used again.
 * @throws {DataDirectoryError} when the cluster is served from a place this process cannot see.
 */
export async function findRunningServer(
  place: DataPlace,
  cluster: Cluster,
): Promise<RunningServer | undefined> {
  const server = readServerFile(place, cluster);
  if (!server) return undefined;
  if (await answersAsOurs(server, place)) return server;
  if (await serves(server.address, place)) {
    throw new DataDirectoryError(
      `${place.cluster} is served by a PostgreSQL in another container or under another path: stop that one first.`,
    );
  }
  if (hasProcess(server.pid)) disownServerFiles(server, place);
  return undefined;
}

/** Whether the server that answers there really serves this cluster. */
export async function serves(address: Address, place: DataPlace): Promise<boolean> {
  try {
    const directory = await ask(connectionUrl(address, 'postgres'), async (client) => {
      const { rows } = await client.query<{ at: string }>(`select current_setting('data_directory') as at`);
      return rows[0]?.at;
    });
    return directory === place.cluster;
  } catch {
    return false;
  }
}

/** Ends a server the fast way: clients are cut, everything acknowledged is on disk. */
export async function stopServer(pid: number, place: DataPlace): Promise<void> {
  if (process.platform === 'win32') return stopWithPgCtl(place);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!signalProcess(pid, signal)) return;
    for (const deadline = performance.now() + STOP_WITHIN_MS; performance.now() < deadline;) {
      if (!isRunning(pid)) return;
      await sleep(POLL_EVERY_MS);
    }
  }
}

/** The lines of postmaster.pid that matter: process id, port, socket folder, listen address. */
function readServerFile({ cluster }: DataPlace, { password }: Cluster): RunningServer | undefined {
  const [pid, , , port, socketDirectory, listenAddress] = readLines(join(cluster, 'postmaster.pid'));
  if (!Number(pid) || !Number(port)) return undefined;
  const address = socketDirectory
    ? { host: socketDirectory, port: Number(port), password: undefined }
    : { host: listenAddress || '127.0.0.1', port: Number(port), password };
  return { pid: Number(pid), address };
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.trim());
  } catch {
    return [];
  }
}

/**
 * PostgreSQL heals the files of a process that is gone, but not those whose id is taken again. Naming its parent
 * in their place makes them stale in its eyes, and it still looks for an orphan that has the data open.
 */
function disownServerFiles({ address }: RunningServer, { cluster }: DataPlace): void {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(process.pid)));
  if (address.password === undefined)
    rmSync(join(address.host, `.s.PGSQL.${address.port}.lock`), { force: true });
}

/** `false` when the process is another program by now, or went away meanwhile: it was shutting down. */
async function answersAsOurs({ pid, address }: RunningServer, place: DataPlace): Promise<boolean> {
  const command = processFacts(pid)?.command;
  if (command !== undefined && !command.includes(place.cluster)) return false;
  for (const deadline = performance.now() + ANSWER_WITHIN_MS; performance.now() < deadline;) {
    if (!isRunning(pid)) return false;
    if (await serves(address, place)) return true;
    await sleep(POLL_EVERY_MS);
  }
  throw new DatabaseStartError(
    `PostgreSQL (process ${pid}) holds ${place.cluster} but does not answer. Stop it and start again.`,
  );
}

function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Windows has no signals: there pg_ctl speaks to the server. */
function stopWithPgCtl({ account, cluster }: DataPlace): void {
  const pgCtl = binary(findBinaries(account), 'pg_ctl');
  spawnSync(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'], { windowsHide: true });
}
