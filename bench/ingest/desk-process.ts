import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const START_WITHIN_MS = 90_000;

/** What a stretch of time cost the desk's process, its threads included. */
export interface DeskCost {
  readonly loopP50Ms: number;
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
  readonly cpuSeconds: number;
  readonly rssMb: number;
}

export interface DeskProcess {
  readonly url: string;
  begin(): void;
  end(): Promise<DeskCost>;
  stop(): Promise<void>;
}

/** The built desk, as `npm start` runs it, with a gauge for its event loop. */
export async function startDeskProcess(
  env: Readonly<Record<string, string>>,
  profileTo: string | undefined,
): Promise<DeskProcess> {
  const profile = profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileTo}`];
  const args = [
    '--max-old-space-size=1024',
    '--max-semi-space-size=32',
    ...profile,
    '--import',
    './bench/ingest/measure-desk.mjs',
    'dist/server.js',
  ];
  const { child, match } = await startProcess(args, env, /Tapewire is at (http:\/\/[\w.:-]+)/);
  return {
    url: match,
    begin: () => void child.send('begin'),
    end: async () => {
      child.send('end');
      const [cost] = (await once(child, 'message')) as [DeskCost];
      return cost;
    },
    stop: () => stopProcess(child),
  };
}

/** Starts a Node process and waits until it prints `ready`; its first group is handed out. */
export async function startProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<{ readonly child: ChildProcess; readonly match: string }> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  let printed = '';
  const match = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${args.at(-1)} ${why}:\n${printed}`));
    const deadline = setTimeout(() => fail('did not get ready'), START_WITHIN_MS);
    const read = (chunk: Buffer): void => {
      printed = `${printed}${chunk.toString('utf8')}`.slice(-20_000);
      const found = ready.exec(printed)?.[1];
      if (found === undefined) return;
      clearTimeout(deadline);
      resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
  return { child, match };
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
