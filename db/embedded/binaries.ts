import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Account } from './account';
import { bundledBinDirectory } from './bundled-binaries';
import { DatabaseStartError } from './errors';

const OLDEST_MAJOR = 15;
const VERSION_TIMEOUT_MS = 10_000;

/** A PostgreSQL that runs here under the account it was asked for. */
export interface Binaries {
  readonly directory: string;
  readonly version: string;
  readonly major: number;
}

/**
 * Finds a PostgreSQL: the one that came with npm, else one installed on the machine, the newest first.
 * @param wantedMajor the version that made the data, where there is data already.
 * @throws {DatabaseStartError} when none fits.
 */
export function findBinaries(account: Account, wantedMajor?: number): Binaries {
  const seen: Binaries[] = [];
  for (const directory of binDirectories(account)) {
    const binaries = describeBinaries(directory, account);
    if (!binaries || binaries.major < OLDEST_MAJOR) continue;
    if (wantedMajor === undefined || binaries.major === wantedMajor) return binaries;
    seen.push(binaries);
  }
  throw new DatabaseStartError(describeLack(seen, wantedMajor));
}

export function binary(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return executable(binaries.directory, name);
}

function executable(directory: string, name: string): string {
  return join(directory, process.platform === 'win32' ? `${name}.exe` : name);
}

function* binDirectories(account: Account): Generator<string> {
  const bundled = bundledBinDirectory((directory) => describeBinaries(directory, account) !== undefined);
  if (bundled) yield bundled;
  yield* versionedDirectories('/usr/lib/postgresql', 'bin');
  yield* versionedDirectories('/usr', 'bin', /^pgsql-\d+$/);
  yield* versionedDirectories('/opt/homebrew/opt', 'bin', /^postgresql@\d+$/);
  yield* versionedDirectories('/usr/local/opt', 'bin', /^postgresql@\d+$/);
  yield* versionedDirectories('C:\\Program Files\\PostgreSQL', 'bin');
  yield* (process.env.PATH ?? '').split(delimiter).filter((directory) => directory !== '');
}

function versionedDirectories(parent: string, child: string, name = /^\d+$/): string[] {
  if (!existsSync(parent)) return [];
  const major = (entry: string): number => Number(entry.match(/\d+$/)?.[0]);
  return readdirSync(parent)
    .filter((entry) => name.test(entry))
    .toSorted((a, b) => major(b) - major(a))
    .map((entry) => join(parent, entry, child));
}

/** Asks the program itself, so that one built for another C library or barred to the account does not count. */
function describeBinaries(directory: string, account: Account): Binaries | undefined {
  const path = executable(directory, 'postgres');
  if (!existsSync(path) || !existsSync(executable(directory, 'initdb'))) return undefined;
  const answer = spawnSync(path, ['--version'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
    timeout: VERSION_TIMEOUT_MS,
  });
  const version = answer.status === 0 ? answer.stdout.match(/\) (\d+)[\w.]*/) : null;
  return version ? { directory, version: version[0].slice(2), major: Number(version[1]) } : undefined;
}

function describeLack(seen: readonly Binaries[], wantedMajor: number | undefined): string {
  const elsewhere = 'set DATABASE_URL to a PostgreSQL of your own';
  if (wantedMajor === undefined) {
    return `No PostgreSQL ${OLDEST_MAJOR} or newer runs on this machine, and npm brought none for it: install one, or ${elsewhere}.`;
  }
  const here = seen.map(({ version }) => version).join(', ') || 'none';
  return `The data was made by PostgreSQL ${wantedMajor} and only that version opens it; here is ${here}. Install PostgreSQL ${wantedMajor}, or ${elsewhere}.`;
}
