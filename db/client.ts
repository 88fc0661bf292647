import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { singleton } from '@/lib/system/singleton';

const MAX_CONNECTIONS = 12;
const STATEMENT_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 10_000;

export type Database = NodePgDatabase & { readonly $client: pg.Pool };
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

const holder = singleton<{ database: Database | undefined }>('database', () => ({ database: undefined }));

/**
 * Opens the pool that {@link database} hands out in every module graph of this process.
 * @param url a `postgres://` URL or a unix-socket connection string.
 */
export function connectDatabase(url: string): Database {
  if (holder.database) throw new Error('The database is connected already.');
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  holder.database = drizzle(pool, { casing: 'snake_case' });
  return holder.database;
}

/** The process's database. Lazy, so that a build never opens one. */
export function database(): Database {
  if (!holder.database)
    throw new Error('The database is not connected: server.ts connects it before anything asks.');
  return holder.database;
}

export async function disconnectDatabase(): Promise<void> {
  const open = holder.database;
  holder.database = undefined;
  await open?.$client.end();
}
