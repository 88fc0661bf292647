import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Starts the built desk in this process, where npm's signals reach it. */
export async function startDesk() {
  await import(pathToFileURL(resolve('dist/server.js')).href);
}
