import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What can be learnt of a running process; a field is `undefined` where the system does not tell. */
export interface ProcessFacts {
  readonly startedAt: string | undefined;
  readonly command: string | undefined;
}

/** `undefined` when no process has this id, or only the shell of one that has ended. */
export function processFacts(pid: number): ProcessFacts | undefined {
  if (!hasProcess(pid)) return undefined;
  if (process.platform === 'linux') return linuxFacts(pid);
  if (process.platform === 'win32') return { startedAt: undefined, command: undefined };
  return psFacts(pid);
}

/** Cheap enough to ask every second. */
export function isRunning(pid: number): boolean {
  return hasProcess(pid) && (process.platform !== 'linux' || linuxFacts(pid) !== undefined);
}

/** Whether the system still knows the id, be it of a process that has ended and waits for its parent. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** From /proc, since slim containers bring no `ps`. */
function linuxFacts(pid: number): ProcessFacts | undefined {
  const stat = readProcFile(pid, 'stat');
  // The second field, the name in brackets, may hold spaces and brackets itself.
  const [state, ...rest] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  if (state === 'Z') return undefined;
  return { startedAt: rest[18], command: readProcFile(pid, 'cmdline')?.replaceAll('\0', ' ') };
}

function readProcFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}

function psFacts(pid: number): ProcessFacts | undefined {
  const ask = (column: string): string | undefined =>
    spawnSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ||
    undefined;
  if (ask('stat')?.startsWith('Z')) return undefined;
  return { startedAt: ask('lstart'), command: ask('command') };
}
