import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { connectDatabase, disconnectDatabase } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { seedDesk } from '@/db/writes/seed-desk';
import { createLog } from '@/lib/system/log';
import { readEnv } from '@/lib/system/env';
import { readWorldManifest } from '@/lib/system/world';
import { startProcess, stopProcess } from './desk-process';

/** Until a round calls them, the feeds wait. */
const NOT_YET = new Date('2100-01-01');

/** What a run stands on: the feeds, and a database where they are known and none is due. */
export interface Stage {
  readonly client: pg.Client;
  readonly feedUrls: readonly string[];
  readonly deskEnv: Readonly<Record<string, string>>;
  /** A copy beside the desk's own. The desk has to be stopped. @returns its address. */
  copyDatabase(): Promise<string>;
  close(): Promise<void>;
}

export async function openStage(settings: {
  readonly dataDir: string;
  readonly feeds: number;
  readonly items: number;
  readonly bombs: number;
}): Promise<Stage> {
  const { dataDir, feeds, items, bombs } = settings;
  const log = createLog({ LOG_LEVEL: 'warn', LOG_FORMAT: 'text' });
  const site = await startProcess(
    ['--import', 'tsx', 'bench/ingest/feed-site.ts', ...[feeds, items, bombs].map(String)],
    {},
    /^feeds at (\d+)/m,
  );
  const world = `http://127.0.0.1:${site.match}`;
  const postgres = await startPostgres({ env: { ...readEnv({}), DATA_DIR: dataDir }, log });
  // A socket's address names no host, and DATABASE_URL wants one; the socket in its query wins.
  const url = postgres.url.replace('@/', '@localhost/');
  connectDatabase(url);
  await migrateDatabase();
  await seedDesk(await readWorldManifest(world), NOT_YET);
  await disconnectDatabase();
  const client = await connect(url);
  await client.query(`update feeds set fixed_interval_seconds = 86400`);
  const { rows } = await client.query<{ url: string }>('select url from feeds order by id');
  return {
    client,
    feedUrls: rows.map((row) => row.url),
    deskEnv: {
      NODE_ENV: 'production',
      TZ: 'UTC',
      NO_COLOR: '1',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'info',
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      SIMULATED_WORLD: world,
    },
    copyDatabase,
    close: async () => {
      await client.end().catch(() => undefined);
      await stopProcess(site.child);
      await postgres.stop();
      // Where root starts it, the cluster lies outside the data directory.
      rmSync(dirname(postgres.where), { recursive: true, force: true });
    },
  };

  async function copyDatabase(): Promise<string> {
    await client.end();
    const other = await connect(toDatabase(url, 'postgres'));
    await other.query(`create database bare template ${new URL(url).pathname.slice(1)}`);
    await other.end();
    return toDatabase(url, 'bare');
  }
}

function toDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
