import { resolve } from 'node:path';
import type { Env } from './env';

const DEFAULT_DATA_DIRECTORY = 'data';

/** Where this desk keeps what is its own: the embedded database, the secret, pictures. */
export function dataDirectory(env: Pick<Env, 'DATA_DIR'>): string {
  return resolve(/* turbopackIgnore: true */ env.DATA_DIR ?? DEFAULT_DATA_DIRECTORY);
}
