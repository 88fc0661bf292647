import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildDesk } from './build-desk.mjs';
import { runCheckList } from './check-list.mjs';
import { runDemo } from './demo.mjs';
import { runDevelopment } from './development.mjs';
import { endInOrder } from './end-in-order.mjs';
import { installPackages } from './install-packages.mjs';
import { startDesk } from './start-desk.mjs';
import { StepError } from './steps.mjs';
import { runTests } from './test.mjs';

const COMMANDS = {
  start: async () => {
    await installPackages();
    await buildDesk();
    await startDesk();
  },
  build: async () => {
    await installPackages();
    await buildDesk();
  },
  demo: async () => {
    await installPackages();
    await buildDesk();
    await runDemo();
  },
  dev: async (args) => {
    await installPackages();
    await runDevelopment(args);
  },
  check: async () => {
    await installPackages();
    await runCheckList();
  },
  test: async () => {
    await installPackages();
    await runTests();
  },
};

/** Runs one npm script; what goes wrong and was foreseen is a sentence and exit code 1. */
export async function main([name, ...args]) {
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
  const command = COMMANDS[name];
  try {
    if (!command) throw new StepError(`Say which: ${Object.keys(COMMANDS).join(', ')}.`);
    prepareEnvironment(name);
    endInOrder();
    await command(args);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

/** One zone and one mode for everything this process starts, and the settings of `.env` where the shell has none. */
function prepareEnvironment(name) {
  if (['start', 'dev', 'demo'].includes(name) && existsSync('.env')) process.loadEnvFile('.env');
  process.env.TZ = 'UTC';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  if (!process.stdout.isTTY) process.env.NO_COLOR = '1';
  if (name === 'start' || name === 'demo') process.env.NODE_ENV = 'production';
}
