import { randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Logger } from '@/lib/system/log';
import { canEnter, serverAccount, type Account } from './account';
import { DataDirectoryError } from './errors';

const CLUSTER = 'postgres';
const OUTSIDE = '/var/lib/tapewire';

/** Where the database lies and who its server runs as. */
export interface DataPlace {
  /** What DATA_DIR names: the lock, the server's log and the way to the cluster. */
  readonly dataDirectory: string;
  /** PostgreSQL's own directory, without symbolic links. */
  readonly cluster: string;
  readonly account: Account;
}

/**
 * Decides where the cluster of a data directory is. Usually that is `<dataDirectory>/postgres`; where a root
 * process's server cannot get there (a parent of mode 0700) it is a folder outside with a link leading to it.
 * @throws {DataDirectoryError} when the link leads nowhere or the way is barred.
 */
export function findDataPlace(given: string, log: Pick<Logger, 'info'>): DataPlace {
  const dataDirectory = makeDirectory(given);
  const link = join(dataDirectory, CLUSTER);
  if (lstatSync(link, { throwIfNoEntry: false })) return existingPlace(dataDirectory, link);
  const account = serverAccount();
  if (canEnter(account, dataDirectory)) return { dataDirectory, cluster: link, account };
  const cluster = placeOutside(dataDirectory, link);
  log.info(
    `The database server cannot enter ${dataDirectory} without root's rights: its data is in ${cluster}`,
  );
  return { dataDirectory, cluster, account };
}

function makeDirectory(given: string): string {
  const path = resolve(given);
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    return realpathSync(path);
  } catch (error) {
    throw new DataDirectoryError(`${path} cannot be used for data: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

function existingPlace(dataDirectory: string, link: string): DataPlace {
  const cluster = follow(link);
  const account = serverAccount(statSync(cluster));
  if (!canEnter(account, cluster)) {
    throw new DataDirectoryError(
      `The database server runs as user ${account?.uid} and cannot enter ${cluster}. ` +
        'Let others pass through the folders above it (chmod o+x), or start Tapewire as the owner of the data.',
    );
  }
  return { dataDirectory, cluster, account };
}

function follow(link: string): string {
  try {
    return realpathSync(link);
  } catch (error) {
    throw new DataDirectoryError(
      `${link} leads to a folder that does not exist. Put the data back, or remove the link to begin with an empty desk.`,
      { cause: error },
    );
  }
}

/** Outside, the link is made with the empty folder, so that a start cut short finds its way back to it. */
function placeOutside(dataDirectory: string, link: string): string {
  const home = join(OUTSIDE, `${basename(dataDirectory)}-${randomBytes(6).toString('hex')}`);
  const cluster = join(home, CLUSTER);
  try {
    mkdirSync(cluster, { recursive: true });
    // Said again, because the process's umask may have taken it away.
    for (const folder of [OUTSIDE, home]) chmodSync(folder, 0o755);
    symlinkSync(cluster, link);
    return cluster;
  } catch (error) {
    throw new DataDirectoryError(
      `The database server may not run as root and cannot enter ${dataDirectory}, and ${OUTSIDE} cannot be used: ` +
        `${(error as Error).message}. Set DATA_DIR to a folder that every user may enter.`,
      { cause: error },
    );
  }
}
