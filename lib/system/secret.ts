import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirectory } from './data-directory';
import { readEnv, type Env } from './env';
import { singleton } from './singleton';

const SECRET_BYTES = 32;
const MIN_SECRET_CHARS = 32;
const FILE_NAME = 'secret';

/** What a key is for. Each gets its own, so that one leaked or shown says nothing of the others. */
export type SecretPurpose = 'sessions' | 'images' | 'reports';

export class SecretError extends Error {
  override name = 'SecretError';
}

/** This desk's key for one purpose, hex; the same in every process that shares SECRET or the data directory. */
export function secretFor(purpose: SecretPurpose): string {
  return singleton(`secret.${purpose}`, () => deriveKey(readSecret(readEnv()), purpose));
}

/**
 * SECRET from the environment, else the one in the data directory, made on first need.
 * @throws {SecretError} when the file cannot be made or has been cut short.
 */
export function readSecret(env: Pick<Env, 'SECRET' | 'DATA_DIR'>): string {
  if (env.SECRET !== undefined) return env.SECRET;
  const directory = dataDirectory(env);
  const path = join(directory, FILE_NAME);
  try {
    return readWhole(path) ?? makeSecret(directory, path);
  } catch (error) {
    if (error instanceof SecretError) throw error;
    throw new SecretError(`${path} cannot be used (${(error as Error).message}). Set SECRET instead.`, {
      cause: error,
    });
  }
}

function deriveKey(secret: string, purpose: SecretPurpose): string {
  return Buffer.from(hkdfSync('sha256', secret, 'tapewire', purpose, SECRET_BYTES)).toString('hex');
}

function readWhole(path: string): string | undefined {
  const text = readIfThere(path)?.trim();
  if (text === undefined || text.length >= MIN_SECRET_CHARS) return text;
  throw new SecretError(
    `${path} holds ${text.length} characters, which is too short for a secret. ` +
      'Remove it to have another made: everybody is then signed out.',
  );
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Written whole under another name and then linked: of several processes one wins and nobody reads half a file. */
function makeSecret(directory: string, path: string): string {
  mkdirSync(directory, { recursive: true });
  const draft = join(directory, `.${FILE_NAME}-${randomBytes(6).toString('hex')}`);
  writeFileSync(draft, `${randomBytes(SECRET_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  const secret = readWhole(path);
  if (secret === undefined) throw new SecretError(`${path} vanished while it was being made.`);
  return secret;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
