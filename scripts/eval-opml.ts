import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readOpml } from '@/lib/operator/opml/read-opml';

const NAME_WIDTH = 60;

/**
 * `eval -- opml FILE-OR-FOLDER…`: a line per list: how many feeds a plain count of `xmlUrl=` sees, how many were read, how many
 * were lost. Exit 1 where one was lost, or a file could not be read.
 */
export async function evalOpml(args: readonly string[]): Promise<number> {
  if (args.length === 0) {
    process.stderr.write('eval -- opml FILE-OR-FOLDER…\n');
    return 2;
  }
  const files = (await Promise.all(args.map(listFiles))).flat();
  const totals = { listed: 0, found: 0, lost: 0, unreadable: 0 };
  process.stdout.write(`${toRow('list', ['in it', 'found', 'lost'])}\n`);
  for (const file of files) {
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) {
      process.stdout.write(`${basename(file)}: cannot be read\n`);
      totals.unreadable += 1;
      continue;
    }
    const { listed, found, lost, message } = await judge(bytes);
    totals.listed += listed;
    totals.found += found;
    totals.lost += lost;
    if (message !== undefined) totals.unreadable += 1;
    const words = message === undefined ? '' : `  ${message}`;
    process.stdout.write(`${toRow(basename(file), [listed, found, lost])}${words}\n`);
  }
  const { listed, found, lost, unreadable } = totals;
  process.stdout.write(
    `${toRow(`${files.length} files, ${unreadable} unreadable`, [listed, found, lost])}\n`,
  );
  return lost + unreadable > 0 ? 1 : 0;
}

/** The lists in a folder; a file stands for itself. */
async function listFiles(path: string): Promise<readonly string[]> {
  const names = await readdir(path).catch(() => undefined);
  if (!names) return [path];
  return names.filter((name) => /\.(?:opml|xml)$/i.test(name)).map((name) => join(path, name));
}

/** Addresses are compared as they stand, so that one read wrongly counts as lost, not as found. */
async function judge(bytes: Uint8Array) {
  const raw = Buffer.from(bytes).toString('utf8');
  const listed = [...raw.matchAll(/\sxmlUrl\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(([, double, single]) =>
    toPlain(double ?? single ?? ''),
  );
  const reading = await readOpml(bytes);
  if (reading.kind !== 'list') {
    return { listed: listed.length, found: 0, lost: listed.length, message: reading.message };
  }
  const left = reading.feeds.map(({ url }) => url);
  const lost = listed.filter((url) => {
    const at = left.indexOf(url);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return { listed: listed.length, found: reading.feeds.length, lost: lost.length, message: undefined };
}

function toPlain(raw: string): string {
  return raw.replaceAll('&amp;', '&').trim();
}

function toRow(name: string, figures: readonly (string | number)[]): string {
  return (
    name.slice(0, NAME_WIDTH).padEnd(NAME_WIDTH) +
    figures.map((figure) => String(figure).padStart(8)).join('')
  );
}
