import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareCase, type Comparison, type Finding } from './eval-feeds-agree';
import { readFeedparserCases } from './eval-feeds-feedparser';
import { readGofeedCases, readRssParserCases } from './eval-feeds-gofeed';

const GOAL_PERCENT = 98;
const CORPORA = [
  { name: 'feedparser', folder: 'feedparser/wellformed', read: readFeedparserCases },
  { name: 'gofeed', folder: 'gofeed', read: readGofeedCases },
  { name: 'rss-parser', folder: 'rss-parser', read: readRssParserCases },
] as const;

/** Counted as disagreeing, and meant to: what the other reader does would harm a reader of news. */
const KNOWN_DIFFERENCES: readonly (readonly [RegExp, string])[] = [
  [
    /^base\/http_(?:feed|entry)_id_base_/,
    'An id is a name. A relative one is completed by the document’s own xml:base, never by the address it was fetched from: that changes, and the article must stay the same.',
  ],
  [
    /^translator\/json\/json1\d_full\.json$/,
    'gofeed gives a JSON feed the dates of its first item; JSON Feed has none for the feed itself.',
  ],
  [
    /^input\/(?:encoding|uolNoticias)\.rss$/,
    'rss-parser reads Latin-1 as UTF-8 and expects the broken letters.',
  ],
  [/^input\/unrecognized\.rss$/, 'An HTML page, “Object Moved”; rss-parser’s own test refuses it as well.'],
];

/**
 * `eval -- feeds FOLDER [--errors]`: how far the product agrees with the tests of three other readers on title, link,
 * id and date. Exit 1 below 98 % of the files of feedparser or gofeed, or where a feed of rss-parser gives none.
 */
export async function evalFeeds(args: readonly string[]): Promise<number> {
  const folder = args.find((argument) => !argument.startsWith('-'));
  if (folder === undefined) return stop('Usage: eval -- feeds FOLDER [--errors]', 2);
  if (!existsSync(folder)) return stop(`Skipped: there is no folder ${folder}.`, 0);
  const missing = CORPORA.map((corpus) => join(folder, corpus.folder)).filter((path) => !existsSync(path));
  if (missing.length > 0) return stop(`These folders are missing: ${missing.join(', ')}.`, 2);
  let isMet = true;
  for (const { name, folder: part, read } of CORPORA) {
    const compared: Comparison[] = [];
    for await (const feedCase of read(join(folder, part))) compared.push(await compareCase(feedCase));
    report(name, compared);
    if (args.includes('--errors')) reportErrors(compared);
    isMet = meetsGoal(name, compared) && isMet;
  }
  const goal = `${GOAL_PERCENT} % of the files of feedparser and gofeed, a feed from each feed of rss-parser`;
  write(`Goal: ${goal}: ${isMet ? 'met' : 'missed'}.`);
  return isMet ? 0 : 1;
}

function stop(why: string, code: number): number {
  process.stderr.write(`${why}\n`);
  return code;
}

function report(name: string, compared: readonly Comparison[]): void {
  write(
    `${name}: ${compared.length} files, ${compared.filter(({ gaveFeed }) => gaveFeed).length} give a feed`,
  );
  write(row(['', 'files', 'agree', '%']));
  for (const field of ['title', 'link', 'id', 'date']) {
    const findings = compared.map((comparison) =>
      comparison.findings.filter((finding) => rowOf(finding) === field),
    );
    write(row([field, ...countAgreeing(findings)]));
  }
  write(row(['all four', ...countAgreeing(compared.map(({ findings }) => findings))]));
  for (const [why, count] of countReasons(compared)) write(`  left out: ${count} files ${why}`);
  for (const [pattern, why] of KNOWN_DIFFERENCES) {
    const files = compared.filter((comparison) => pattern.test(comparison.file) && isDifferent(comparison));
    if (files.length > 0) write(`  known difference, counted above, in ${files.length} files: ${why}`);
  }
  write('');
}

function countReasons(compared: readonly Comparison[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { findings, leftOut } of compared) {
    if (findings.length === 0) counts.set(leftOut, (counts.get(leftOut) ?? 0) + 1);
  }
  return counts;
}

function reportErrors(compared: readonly Comparison[]): void {
  for (const { file, gaveFeed, findings } of compared) {
    if (!gaveFeed) write(`  ${file}: no feed`);
    for (const { field, item, value, got } of findings.filter((finding) => !finding.agrees)) {
      const place = item === undefined ? 'feed' : `item ${item}`;
      write(`  ${file}: ${field} of ${place} should be ${JSON.stringify(value)}, is ${JSON.stringify(got)}`);
    }
  }
  write('');
}

function meetsGoal(name: string, compared: readonly Comparison[]): boolean {
  if (name === 'rss-parser') return compared.every(({ file, gaveFeed }) => gaveFeed || isKnown(file));
  const comparable = compared.filter(({ findings }) => findings.length > 0);
  const agreeing = comparable.filter(({ findings }) => agrees(findings));
  return agreeing.length * 100 >= comparable.length * GOAL_PERCENT;
}

function isDifferent({ gaveFeed, findings }: Comparison): boolean {
  return !gaveFeed || !agrees(findings);
}

function isKnown(file: string): boolean {
  return KNOWN_DIFFERENCES.some(([pattern]) => pattern.test(file));
}

function countAgreeing(files: readonly (readonly Finding[])[]): string[] {
  const comparable = files.filter((findings) => findings.length > 0);
  const agreeing = comparable.filter(agrees);
  const percent = comparable.length === 0 ? '–' : ((agreeing.length / comparable.length) * 100).toFixed(1);
  return [String(comparable.length), String(agreeing.length), percent];
}

function agrees(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.agrees);
}

function rowOf({ field }: Finding): string {
  return field === 'published' || field === 'updated' ? 'date' : field;
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? `  ${cell.padEnd(10)}` : cell.padStart(8))).join('');
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
