import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { putAwayAfterwards } from './put-away-afterwards';

const START_WITHIN_MS = 180_000;
const STOP_WITHIN_MS = 20_000;

/** A part of the system under test, running as a process of its own as it does for a user. */
export interface Running {
  readonly url: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Ends it and waits until it is gone; `SIGKILL` is a power cut for the process. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** The pretend internet on a free loopback port. */
export function startWorld(args: readonly string[] = []): Promise<Running> {
  return startProcess({
    args: ['dist/world.js', '--port', '0', ...args],
    env: {},
    ready: /^world (http:\/\/[\w.:-]+)/m,
  });
}

/** The built desk on a free loopback port, against `world`. */
export function startDesk(settings: { world: string; dataDir: string; port?: number }): Promise<Running> {
  return startProcess({
    args: ['dist/server.js'],
    env: {
      NODE_ENV: 'production',
      TZ: 'UTC',
      HOST: '127.0.0.1',
      PORT: String(settings.port ?? 0),
      DATA_DIR: settings.dataDir,
      SIMULATED_WORLD: settings.world,
      REMOVAL_CONTACT: 'removal@desk.example',
    },
    ready: /Tapewire is at (http:\/\/[\w.:-]+)/,
  });
}

interface ProcessSettings {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Its first group is the address once the process serves. */
  readonly ready: RegExp;
}

async function startProcess({ args, env, ready }: ProcessSettings): Promise<Running> {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Asked to end, a desk ends its database too.
  if (child.pid !== undefined) child.once('exit', putAwayAfterwards('process', child.pid));
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => {
      child.kill();
      reject(new Error(`${args[0]} ${why}:\n${printed}`));
    };
    const deadline = setTimeout(() => fail('did not get ready in time'), START_WITHIN_MS);
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const address = ready.exec(printed)?.[1];
      if (address === undefined) return;
      clearTimeout(deadline);
      resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
  return { url, output: () => printed, stop: (signal = 'SIGTERM') => stopProcess(child, signal) };
}

async function stopProcess(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(deadline);
}
