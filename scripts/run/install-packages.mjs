import { readFileSync } from 'node:fs';
import { mustRun, showStep } from './steps.mjs';

/** Installs what package-lock.json names, where node_modules holds anything else. */
export async function installPackages() {
  if (isInstalled()) return;
  await showStep('Installing packages, only this once', () =>
    mustRun(
      npm('ci', '--include=dev', '--no-audit', '--no-fund'),
      'The packages could not be installed. This first step needs the network; npm says:',
      // A machine set to production would leave out what the build needs; `npm -s` would leave out the reason.
      { env: { NODE_ENV: undefined, npm_config_loglevel: 'error' } },
    ),
  );
}

/** npm writes its own list of what it installed, and only at the end: an install cut short does not count. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!wanted) return true;
  if (!present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || present[path]?.version === entry.version || isForAnotherMachine(entry),
  );
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Builds for other systems are optional and left out; which C library runs here is npm's to know. */
function isForAnotherMachine({ optional, os, cpu, libc }) {
  const isForThis = libc === undefined && os?.includes(process.platform) && cpu?.includes(process.arch);
  return optional === true && !isForThis;
}

function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli) return [process.execPath, cli, ...args];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', ...args];
}
