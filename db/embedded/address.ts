import pg from 'pg';
import { SUPERUSER } from './cluster';

const CONNECT_TIMEOUT_MS = 3_000;

/** Where a server listens: the folder of its unix socket, or a loopback address with a password. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly password: string | undefined;
}

/** A connection string that `pg` reads; a socket folder travels in the query, where no character troubles it. */
export function connectionUrl({ host, port, password }: Address, name: string): string {
  const login = password === undefined ? SUPERUSER : `${SUPERUSER}:${encodeURIComponent(password)}`;
  const query = new URLSearchParams({ host, port: String(port) });
  return `postgresql://${login}@/${name}?${query.toString().replaceAll('+', '%20')}`;
}

/** Opens one connection, asks, closes. */
export async function ask<T>(url: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await question(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
