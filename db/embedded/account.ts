import { chownSync, readFileSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

const NOBODY = { uid: 65_534, gid: 65_534 };

/** The user that the database server runs as; `undefined` means the one this process runs as. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root. A root process hands its server to whoever owns the data,
 * and new data to `nobody`, so that no account has to be made.
 */
export function serverAccount(owner?: Stats): Account {
  if (process.getuid?.() !== 0) return undefined;
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

function nobody(): NonNullable<Account> {
  try {
    const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(-?\d+):(-?\d+):/m);
    return line ? { uid: Number(line[1]), gid: Number(line[2]) } : NOBODY;
  } catch {
    return NOBODY;
  }
}

export function giveTo(account: Account, path: string): void {
  // Where `nobody` is -2 the same bits are meant as an unsigned number.
  if (account) chownSync(path, account.uid >>> 0, account.gid >>> 0);
}

/** Whether every folder down to this one lets the account pass. */
export function canEnter(account: Account, directory: string): boolean {
  if (!account) return true;
  const parent = dirname(directory);
  return letsPass(account, statSync(directory)) && (parent === directory || canEnter(account, parent));
}

function letsPass(account: NonNullable<Account>, { uid, gid, mode }: Stats): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
