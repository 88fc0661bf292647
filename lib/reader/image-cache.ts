import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HOUR_MS } from '@/lib/core/time';

/** A file says when it was last used by its mtime; more often than this it need not be told. */
const TOUCH_AFTER_MS = HOUR_MS;
const DRAFT_SUFFIX = '.draft';

/** Pictures on disk, the least recently used given up first. */
export interface ImageCache {
  read(key: string, now: Date): Promise<Uint8Array | undefined>;
  write(key: string, bytes: Uint8Array, now: Date): Promise<void>;
}

export interface ImageCacheLimits {
  readonly maxBytes: number;
  readonly maxFiles: number;
  /** Unused for so long, a file goes, however much room there is. */
  readonly maxUnusedMs: number;
}

/** @param directory made when the first picture is kept; nothing else may live in it. */
export function createImageCache(directory: string, limits: ImageCacheLimits): ImageCache {
  let opening: Promise<Shelf> | undefined;
  const open = (): Promise<Shelf> =>
    (opening ??= readShelf(directory).catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  return {
    read: async (key, now) => {
      // Where the disk cannot be read, pictures are made anew each time.
      const shelf = await open().catch(() => undefined);
      return shelf && takeFrom(shelf, key, now);
    },
    write: async (key, bytes, now) => {
      const shelf = await open();
      await putOn(shelf, key, { bytes, now });
      await makeRoom(shelf, limits, now);
    },
  };
}

async function takeFrom(shelf: Shelf, key: string, now: Date): Promise<Uint8Array | undefined> {
  const entry = shelf.entries.get(key);
  if (!entry) return undefined;
  try {
    const bytes = await readFile(pathOf(shelf, key));
    const isDue = now.getTime() - entry.usedAt > TOUCH_AFTER_MS;
    if (isDue) await utimes(pathOf(shelf, key), now, now);
    shelf.entries.delete(key);
    shelf.entries.set(key, { size: entry.size, usedAt: isDue ? now.getTime() : entry.usedAt });
    return bytes;
  } catch {
    // Somebody emptied the directory under us: then it is not there.
    forget(shelf, key);
    return undefined;
  }
}

async function putOn(
  shelf: Shelf,
  key: string,
  { bytes, now }: { readonly bytes: Uint8Array; readonly now: Date },
): Promise<void> {
  const path = pathOf(shelf, key);
  const draft = `${path}-${randomBytes(6).toString('hex')}${DRAFT_SUFFIX}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, bytes);
  await utimes(draft, now, now);
  await rename(draft, path);
  forget(shelf, key);
  shelf.entries.set(key, { size: bytes.byteLength, usedAt: now.getTime() });
  shelf.bytes += bytes.byteLength;
}

/** The files unused for the longest stand first. */
async function makeRoom(shelf: Shelf, limits: ImageCacheLimits, now: Date): Promise<void> {
  const oldest = now.getTime() - limits.maxUnusedMs;
  for (const [key, { usedAt }] of shelf.entries) {
    const hasRoom = shelf.bytes <= limits.maxBytes && shelf.entries.size <= limits.maxFiles;
    if (hasRoom && usedAt >= oldest) return;
    forget(shelf, key);
    await rm(pathOf(shelf, key), { force: true });
  }
}

function forget(shelf: Shelf, key: string): void {
  shelf.bytes -= shelf.entries.get(key)?.size ?? 0;
  shelf.entries.delete(key);
}

async function readShelf(directory: string): Promise<Shelf> {
  await mkdir(directory, { recursive: true });
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  const files: [string, Entry][] = [];
  for (const { name, parentPath } of found.filter((entry) => entry.isFile())) {
    const path = join(parentPath, name);
    if (name.endsWith(DRAFT_SUFFIX)) await rm(path, { force: true });
    else {
      // Another process may just have given it up.
      const facts = await stat(path).catch(() => undefined);
      if (facts) files.push([name, { size: facts.size, usedAt: facts.mtimeMs }]);
    }
  }
  files.sort(([, one], [, other]) => one.usedAt - other.usedAt);
  const bytes = files.reduce((sum, [, { size }]) => sum + size, 0);
  return { directory, entries: new Map(files), bytes };
}

function pathOf(shelf: Shelf, key: string): string {
  return join(shelf.directory, key.slice(0, 2), key);
}

interface Entry {
  readonly size: number;
  readonly usedAt: number;
}

/** Entries stand in the order of their last use. */
interface Shelf {
  readonly directory: string;
  readonly entries: Map<string, Entry>;
  bytes: number;
}
