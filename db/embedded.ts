import type { Env } from '@/lib/system/env';
import type { Logger } from '@/lib/system/log';
import { ask, connectionUrl, type Address } from './embedded/address';
import { findBinaries } from './embedded/binaries';
import { createCluster, readCluster } from './embedded/cluster';
import { findDataPlace, type DataPlace } from './embedded/data-place';
import { DatabaseStartError } from './embedded/errors';
import { keepServing, type ServedCluster } from './embedded/keep-serving';
import { chooseAddress, launchServer, removeSocketDirectory } from './embedded/launch';
import { lockDataDirectory } from './embedded/lock';
import { findRunningServer, type RunningServer } from './embedded/running-server';

const DEFAULT_DATA_DIRECTORY = 'data';
const DATABASE = 'tapewire';
const OLDEST_VERSION_NUMBER = 150_000;

/**
 * Opens the desk's database: the one of DATABASE_URL, else a PostgreSQL of our own in the data directory,
 * started as a child process, or found running where an earlier desk was killed.
 * @throws {DatabaseStartError} with one sentence that says what a person can do.
 */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
  const { env, log } = options;
  if (env.DATABASE_URL !== undefined) return useGivenDatabase(env.DATABASE_URL);
  const place = findDataPlace(env.DATA_DIR ?? DEFAULT_DATA_DIRECTORY, log);
  const unlock = lockDataDirectory(place.dataDirectory);
  try {
    const { address, stop } = await startServer(place, options);
    await createDatabase(address);
    return {
      url: connectionUrl(address, DATABASE),
      where: place.cluster,
      stop: async () => {
        await stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function useGivenDatabase(url: string): Promise<Postgres> {
  const { host } = new URL(url);
  const version = await ask(url, async (client) => {
    const { rows } = await client.query<{ number: string }>(
      `select current_setting('server_version_num') as number`,
    );
    return Number(rows[0]?.number);
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new DatabaseStartError(`The database of DATABASE_URL (${host}) does not answer: ${reason}.`, {
      cause: error,
    });
  });
  if (version < OLDEST_VERSION_NUMBER) {
    throw new DatabaseStartError(`The database of DATABASE_URL (${host}) is older than PostgreSQL 15.`);
  }
  return { url, where: `DATABASE_URL, ${host}`, stop: async () => undefined };
}

async function startServer(place: DataPlace, options: StartOptions): Promise<ServedCluster> {
  const { log, throwaway = false } = options;
  const found = readCluster(place);
  const running = found && (await findRunningServer(place, found));
  const binaries = findBinaries(place.account, found?.major);
  const cluster = found ?? (await createCluster(place, binaries, { sync: isLasting(options) }));
  const launch = async (address: Address): Promise<RunningServer> =>
    (await findRunningServer(place, cluster)) ?? launchServer({ place, binaries, address, throwaway });
  if (running) {
    log.info(`The database of an earlier start is still running (process ${running.pid}): using it`);
    return keepServing(running, { place, launch, log });
  }
  const address = await chooseAddress(place, cluster, options.transport ?? defaultTransport());
  try {
    return keepServing(await launch(address), { place, launch, log });
  } catch (error) {
    removeSocketDirectory(address);
    throw error;
  }
}

/** A demo's data is made anew at will: its first start need not wait for the disk. */
function isLasting({ env, throwaway = false }: StartOptions): boolean {
  return !throwaway && env.SIMULATED_WORLD === undefined;
}

function defaultTransport(): 'socket' | 'tcp' {
  return process.platform === 'win32' ? 'tcp' : 'socket';
}

async function createDatabase(address: Address): Promise<void> {
  await ask(connectionUrl(address, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

export interface Postgres {
  /** A connection string for `pg`. */
  readonly url: string;
  /** For a person: the folder the data is in, or whose database it is. */
  readonly where: string;
  stop(): Promise<void>;
}

interface StartOptions {
  readonly env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR' | 'SIMULATED_WORLD'>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** For tests: loses everything with the power, and is faster for it. */
  readonly throwaway?: boolean;
  readonly transport?: 'socket' | 'tcp';
}
