import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connectDatabase, disconnectDatabase } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { ask } from '@/db/embedded/address';
import { migrateDatabase } from '@/db/migrate';
import { TEMPLATE_DATABASE } from './template';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Starts one PostgreSQL for a run of vitest, with a migrated template that every test file clones. */
export default async function startTestPostgres(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'tapewire-test-'));
  // The server of a root run is another user, who must be able to enter.
  chmodSync(directory, 0o755);
  const env = { DATA_DIR: directory, DATABASE_URL: undefined, SIMULATED_WORLD: undefined };
  const postgres = await startPostgres({ env, log: SILENT, throwaway: true });
  const reaper = removeAfterwards(directory, postgres.where);
  await makeTemplate(postgres.url);
  project.provide('postgresUrl', postgres.url.replace(`/${TEMPLATE_DATABASE}?`, '/postgres?'));
  return async () => {
    await postgres.stop();
    reaper();
  };
}

async function makeTemplate(url: string): Promise<void> {
  connectDatabase(url);
  await migrateDatabase();
  await disconnectDatabase();
  const elsewhere = url.replace(`/${TEMPLATE_DATABASE}?`, '/postgres?');
  // A template that nobody can connect to can be cloned by several workers at once.
  await ask(elsewhere, (client) =>
    client.query(`alter database ${TEMPLATE_DATABASE} with is_template true allow_connections false`),
  );
}

/**
 * A run that is killed must not leave a server behind for good: a small shell waits for our end of its pipe to
 * close, whatever the reason, then stops what still runs and removes the folder.
 */
function removeAfterwards(directory: string, cluster: string): () => void {
  const remove = (): void => {
    rmSync(directory, { recursive: true, force: true });
    if (!cluster.startsWith(directory)) rmSync(dirname(cluster), { recursive: true, force: true });
  };
  if (process.platform === 'win32') return remove;
  const script =
    'cat >/dev/null; kill -QUIT "$(head -n 1 "$1/postmaster.pid" 2>/dev/null)" 2>/dev/null; rm -rf "$0" "$1"';
  const shell = spawn('/bin/sh', ['-c', script, directory, cluster], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  return () => {
    remove();
    shell.stdin.end();
  };
}
