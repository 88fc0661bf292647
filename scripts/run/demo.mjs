import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startDesk } from './start-desk.mjs';
import { StepError } from './steps.mjs';

const DATA_DIRECTORY = 'data/demo';
/** Articles link to it, so a demo keeps its port as long as it is free. */
const FIRST_PORT = 4747;
const START_WITHIN_MS = 30_000;

/** Starts the pretend internet beside us, then the desk on it in this process: both stop together. */
export async function runDemo() {
  process.env.DATA_DIR ||= DATA_DIRECTORY;
  console.log(
    'This is the demo: its outlets, exchanges, news and prices are pretended, on this machine alone.',
  );
  process.env.SIMULATED_WORLD = await startWorld(process.env.DATA_DIR);
  await startDesk();
}

/** Starts the pretend internet and returns its address. */
export async function startWorld(dataDirectory, program = ['dist/world.js']) {
  const port = await choosePort(dataDirectory);
  // It ends when our end of its input closes, so that not even a killed demo leaves it behind.
  const guard = new URL('./end-with-parent.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', guard, ...program, '--port', String(port)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill());
  const lines = createInterface({ input: child.stdout });
  const signal = AbortSignal.timeout(START_WITHIN_MS);
  const first = await Promise.race([
    once(lines, 'line', { signal }).then(([line]) => String(line)),
    once(child, 'exit', { signal }).then(() => ''),
  ]).catch(() => '');
  const url = first.match(/^world (http:\/\/\S+)/)?.[1];
  if (!url) throw new StepError('The pretend internet did not start.');
  return url;
}

async function choosePort(dataDirectory) {
  const file = join(dataDirectory, 'world.port');
  const remembered = Number(readOr(file, String(FIRST_PORT)));
  const port = (await isFree(remembered)) ? remembered : await freePort();
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(file, String(port));
  return port;
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

async function isFree(port) {
  return (await listenOnce(port)) !== undefined;
}

async function freePort() {
  const port = await listenOnce(0);
  if (port === undefined) throw new StepError('No port is free on this machine.');
  return port;
}

function listenOnce(port) {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address();
      server.close(() => resolve(taken));
    });
  });
}
