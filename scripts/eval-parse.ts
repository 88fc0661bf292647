import { readFile, stat } from 'node:fs/promises';
import type { ParsedItem } from '@/lib/model/parsed-feed';
import { parseFeed } from '@/lib/news/parse/parse-feed';
import { evalFeeds } from './eval-feeds';

/**
 * `eval -- parse FILE [content-type] [url]`: the parsed feed as JSON; what is no feed as JSON on stderr, exit 1.
 * Of a folder, the table of `eval -- feeds`.
 */
export async function evalParse(args: readonly string[]): Promise<number> {
  const [file, contentType, url] = args;
  if (file === undefined)
    return fail({ reason: 'usage', message: 'eval -- parse FILE [content-type] [url]' });
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return evalFeeds(args);
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return fail({ reason: 'unreadable', message: `${file} cannot be read.` });
  const parsed = await parseFeed(bytes, {
    contentType: contentType === '' ? undefined : contentType,
    url: url === '' ? undefined : url,
  });
  if (parsed.kind !== 'feed') return fail(parsed);
  process.stdout.write(
    `${JSON.stringify({ ...parsed, items: parsed.items.map(toJsonItem) }, undefined, 2)}\n`,
  );
  return 0;
}

/** The item with the names of JSON Feed beside our own. */
function toJsonItem(item: ParsedItem) {
  return { id: item.guid ?? item.link, ...item, author: item.authors[0] };
}

function fail(error: object): number {
  process.stderr.write(`${JSON.stringify(error)}\n`);
  return 1;
}
