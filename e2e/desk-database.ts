import type { Client } from 'pg';
import { ask, connectionUrl } from '@/db/embedded/address';
import { readCluster } from '@/db/embedded/cluster';
import { findDataPlace } from '@/db/embedded/data-place';
import { findRunningServer, stopServer } from '@/db/embedded/running-server';

/** Asks the database of a desk that runs, past the desk itself. */
export async function askDesk<T>(dataDir: string, question: (client: Client) => Promise<T>): Promise<T> {
  const { server } = await findDatabase(dataDir);
  if (!server) throw new Error('The desk’s database does not run.');
  return ask(connectionUrl(server.address, 'tapewire'), question);
}

/** Whether there is one, left by a killed desk or in use. */
export async function isDatabaseRunning(dataDir: string): Promise<boolean> {
  return (await findDatabase(dataDir)).server !== undefined;
}

/** Ends the database that a killed desk has left running. */
export async function stopDatabase(dataDir: string): Promise<void> {
  const { place, server } = await findDatabase(dataDir);
  if (server) await stopServer(server.pid, place);
}

async function findDatabase(dataDir: string) {
  const place = findDataPlace(dataDir, { info: () => undefined });
  const cluster = readCluster(place);
  return { place, server: cluster && (await findRunningServer(place, cluster)) };
}
