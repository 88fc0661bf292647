import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { giveTo, type Account } from './account';
import { binary, type Binaries } from './binaries';
import type { DataPlace } from './data-place';
import { DatabaseStartError, DataDirectoryError } from './errors';
import { serverVariables } from './server-variables';

/** Lies inside the cluster, so that a copy of the cluster is complete. */
const MARK_FILE = 'tapewire.json';
const PASSWORD_BYTES = 24;
const BUILTIN_LOCALE_SINCE_MAJOR = 17;

export const SUPERUSER = 'tapewire';

const mark = z.object({ madeBy: z.literal('tapewire'), password: z.string() });

export interface Cluster {
  readonly major: number;
  /** Asked for on TCP only: a socket is guarded by its folder. */
  readonly password: string;
}

/**
 * Reads what kind of cluster a folder holds; `undefined` where there is none yet.
 * @throws {DataDirectoryError} when the folder holds anything that Tapewire did not make.
 */
export function readCluster({ cluster }: DataPlace): Cluster | undefined {
  const files = listFiles(cluster);
  if (files === undefined || files.length === 0) return undefined;
  if (!files.includes(MARK_FILE)) throw new DataDirectoryError(describeForeign(cluster, files));
  const version = readText(cluster, 'PG_VERSION');
  const made = mark.safeParse(parseJson(readText(cluster, MARK_FILE)));
  if (version === undefined || !/^\d+\s*$/.test(version) || !made.success) {
    throw new DataDirectoryError(
      `The database in ${cluster} is damaged: its ${made.success ? 'PG_VERSION' : MARK_FILE} is missing or unreadable. ` +
        'It was left as it is. Restore a backup, or move the folder away to begin with an empty desk.',
    );
  }
  return { major: Number(version), password: made.data.password };
}

/** Makes an empty cluster beside its place and moves it there whole, so that a start cut short leaves nothing half made. */
export async function createCluster(
  place: DataPlace,
  binaries: Binaries,
  options: { sync: boolean },
): Promise<Cluster> {
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const draft = `${place.cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(place.account, draft);
  const passwordFile = `${draft}.password`;
  const initdb = [...initdbOptions(binaries, draft, passwordFile), ...(options.sync ? [] : ['--no-sync'])];
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    giveTo(place.account, passwordFile);
    await runInitdb(binaries, place.account, initdb);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(join(draft, MARK_FILE), JSON.stringify({ madeBy: 'tapewire', password }), { mode: 0o600 });
  giveTo(place.account, join(draft, MARK_FILE));
  moveIntoPlace(draft, place.cluster);
  return { major: binaries.major, password };
}

function listFiles(directory: string): string[] | undefined {
  try {
    return readdirSync(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    const why =
      code === 'EACCES'
        ? 'belongs to another user: start Tapewire as the user who made it'
        : 'cannot be read';
    throw new DataDirectoryError(`${directory} ${why} (${(error as Error).message}).`, { cause: error });
  }
}

function describeForeign(directory: string, files: readonly string[]): string {
  const what = files.includes('PG_VERSION') ? 'a PostgreSQL database' : 'files';
  return (
    `${directory} holds ${what} that Tapewire did not make, and it was left as it is. ` +
    'Move it away, or let DATA_DIR name another folder.'
  );
}

function readText(directory: string, name: string): string | undefined {
  try {
    return readFileSync(join(directory, name), 'utf8');
  } catch {
    return undefined;
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The same order and case rules on every machine: the built-in UTF-8 locale, or ICU's root where that is too new. */
function initdbOptions(binaries: Binaries, directory: string, passwordFile: string): string[] {
  const locale =
    binaries.major >= BUILTIN_LOCALE_SINCE_MAJOR
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale-provider=icu', '--icu-locale=und'];
  return [
    ...[
      '-D',
      directory,
      '-U',
      SUPERUSER,
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      ...locale,
    ],
    ...['--data-checksums', '--auth-local=trust', '--auth-host=scram-sha-256', '--no-instructions'],
  ];
}

function runInitdb(binaries: Binaries, account: Account, options: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary(binaries, 'initdb'), options, {
      ...account,
      cwd: dirname(binaries.directory),
      env: serverVariables(),
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new DatabaseStartError(
            `An empty database could not be made: ${complaint.trim() || `initdb ended with ${code}`}`,
          ),
        );
    });
  });
}

function moveIntoPlace(draft: string, cluster: string): void {
  try {
    rmdirSync(cluster);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EBUSY') {
      throw new DataDirectoryError(
        `${cluster} is a mount point: mount the folder above it, and let DATA_DIR name that.`,
      );
    }
    if (code !== 'ENOENT') throw error;
  }
  renameSync(draft, cluster);
}
