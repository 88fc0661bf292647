import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Expectation, FeedCase } from './eval-feeds-agree';

const text = z.string().optional();
const link = z.object({ href: text, rel: text, type: text });
const fields = {
  title: text,
  link: text,
  home_page_url: text,
  url: text,
  id: text,
  guid: z.union([z.string(), z.object({ value: text })]).optional(),
  links: z.array(z.union([z.string(), link])).optional(),
  publishedParsed: text,
  pubDateParsed: text,
  date_published: text,
  isoDate: text,
  updatedParsed: text,
  lastBuildDateParsed: text,
  date_modified: text,
};
const items = z.array(z.object(fields)).nullish();
const expected = z.object({ ...fields, items, entries: items });
/** rss-parser puts its feed into an object of its own. */
const wrapped = z.union([z.object({ feed: expected }).transform(({ feed }) => feed), expected]);

type Fields = z.infer<z.ZodObject<typeof fields>>;

/** gofeed's own tests: beside each feed stands what gofeed reads in it, in four shapes of JSON. */
export function readGofeedCases(folder: string): AsyncGenerator<FeedCase> {
  return readPairs(folder, (file) =>
    file.endsWith('.xml') ? file.replace(/\.xml$/, '.json') : file.replace(/\.json$/, '_expected.json'),
  );
}

/** rss-parser's own tests: its outputs stand in a folder beside the inputs. */
export function readRssParserCases(folder: string): AsyncGenerator<FeedCase> {
  return readPairs(folder, (file) => {
    return file.startsWith('input') ? file.replace(/^input/, 'output').replace(/\.\w+$/, '.json') : undefined;
  });
}

async function* readPairs(
  folder: string,
  toExpectedFile: (file: string) => string | undefined,
): AsyncGenerator<FeedCase> {
  const files = await readdir(folder, { recursive: true });
  const known = new Set(files);
  const isExpected = (file: string) =>
    files.some((other) => other !== file && toExpectedFile(other) === file);
  for (const file of files.filter((name) => /\.\w+$/.test(name) && !isExpected(name)).toSorted()) {
    const beside = toExpectedFile(file);
    if (beside === undefined) continue;
    const expectations =
      known.has(beside) && beside !== file
        ? readExpected(JSON.parse(await readFile(join(folder, beside), 'utf8')))
        : undefined;
    yield {
      file,
      bytes: await readFile(join(folder, file)),
      url: undefined,
      expectations: expectations ?? [],
      leftOut: expectations ? 'expect other fields only' : 'have no expectation beside them',
    };
  }
}

function readExpected(json: unknown): Expectation[] {
  const read = wrapped.parse(json);
  const entries = read.items ?? read.entries ?? [];
  return [...toExpectations(read, undefined), ...entries.flatMap(toExpectations)];
}

function toExpectations(read: Fields, item: number | undefined): Expectation[] {
  const values = {
    title: read.title,
    link: read.link ?? read.home_page_url ?? read.url ?? firstAlternate(read.links),
    id: read.id ?? (typeof read.guid === 'object' ? read.guid.value : read.guid),
    published: firstOf(read.publishedParsed, read.pubDateParsed, read.date_published, read.isoDate),
    updated: firstOf(read.updatedParsed, read.lastBuildDateParsed, read.date_modified),
  } as const;
  return FIELDS.flatMap((field) => {
    const value = values[field];
    return value === undefined || value === '' ? [] : [{ field, item, value }];
  });
}

const FIELDS = ['title', 'link', 'id', 'published', 'updated'] as const;

function firstOf(...values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined);
}

/** Atom's shape gives all links; the one a reader opens is the first `alternate`. */
function firstAlternate(links: Fields['links']): string | undefined {
  return links
    ?.filter((candidate) => typeof candidate === 'object')
    .find(({ rel, href }) => href !== undefined && (rel ?? 'alternate') === 'alternate')?.href;
}
