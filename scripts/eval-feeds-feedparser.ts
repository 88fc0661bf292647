import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Expectation, FeedCase } from './eval-feeds-agree';
import { readExpectation, type Equation } from './eval-feeds-python';

const FIELDS: Readonly<Record<string, Expectation['field']>> = {
  title: 'title',
  'title_detail.value': 'title',
  link: 'link',
  id: 'id',
  guid: 'id',
  published: 'published',
  published_parsed: 'published',
  created: 'published',
  created_parsed: 'published',
  updated: 'updated',
  updated_parsed: 'updated',
};
/** Where feedparser's own tests serve the documents. */
const SERVER = 'http://127.0.0.1:8097/tests/wellformed/';

/**
 * feedparser's own tests: each feed tells in its first comment what a Python expression finds in it. The address it is
 * said to come from stands there too.
 */
export async function* readFeedparserCases(folder: string): AsyncGenerator<FeedCase> {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.xml')).toSorted()) {
    const bytes = await readFile(join(folder, file));
    const comment = /<!--([\s\S]*?)-->/.exec(textOf(bytes))?.[1] ?? '';
    const equations = readExpectation(/^Expect:\s*(.*)$/m.exec(comment)?.[1] ?? '');
    const expectations = (equations ?? []).flatMap((equation) => toExpectation(equation) ?? []);
    const location = /^Header:\s*Content-Location:\s*(\S+)/m.exec(comment)?.[1];
    yield {
      file,
      bytes,
      url: toAddress(location, new URL(encodeURI(file), SERVER).href),
      expectations,
      leftOut: equations ? 'expect other fields only' : 'are no equations (or, in, len, a dictionary, …)',
    };
  }
}

function toAddress(location: string | undefined, served: string): string {
  const address = new URL(location ?? served, served);
  return address.protocol === 'http:' ? address.href : served;
}

function toExpectation({ path, value }: Equation): Expectation | undefined {
  const [place, ...rest] = path;
  const item = place === 'entries' ? rest.shift() : undefined;
  if (place !== 'feed' && typeof item !== 'number') return undefined;
  const field = FIELDS[rest.join('.')];
  if (field === undefined || typeof value === 'number') return undefined;
  return { field, item: typeof item === 'number' ? item : undefined, value: toValue(value) };
}

/** Python's `struct_time` is year, month, day, hour, minute, second and three more. */
function toValue(value: string | readonly number[]): string {
  if (typeof value === 'string') return value;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = value;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString();
}

/** Enough of a document to find its first comment in: some are UTF-16 or UTF-32. */
function textOf(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\u0000', '');
}
