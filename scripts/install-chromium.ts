import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '@/e2e/chromium';

/** Finds a Chromium or installs one; its path is the last line printed. */
const found = findChromium() ?? (installFromDebian() ? findChromium() : undefined) ?? installFromPlaywright();
if (found === undefined) {
  process.stderr.write('No Chromium was found, and none could be installed.\n');
  process.exit(1);
}
process.stdout.write(`${found}\n`);

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const aptGet = (...args: string[]): boolean =>
    spawnSync('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'inherit', 'inherit'],
    }).status === 0;
  return aptGet('update', '-q') && aptGet('install', '-y', '-q', '--no-install-recommends', 'chromium');
}

function installFromPlaywright(): string | undefined {
  const cli = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  spawnSync(process.execPath, cli, { stdio: ['ignore', 'inherit', 'inherit'] });
  return findChromium();
}
