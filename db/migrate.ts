import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { database } from './client';

/** Any number, the same for every Tapewire: whoever holds it migrates, the others wait and then find nothing to do. */
const MIGRATION_LOCK = 7_061_001;

/** Brings the connected database to the newest schema. Safe when several processes do it at once. */
export async function migrateDatabase(): Promise<void> {
  const client = await database().$client.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: join(process.cwd(), 'db', 'migrations') });
  } finally {
    // Closing the connection gives back the lock, whatever happened.
    client.release(true);
  }
}
