import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import { createTagger } from '@/lib/news/tag/tag-tokens';

const GOLD = 'lib/news/tag/gold';
/** What the linker reached when these cases were written. A drop of more than a point fails. */
const REACHED = { f1: 1, primary: 1 };
const TOLERATED_DROP = 0.01;

const goldCase = z.strictObject({
  title: z.string(),
  body: z.string().default(''),
  about: z.array(z.string()),
  /** Neither right nor wrong. */
  optional: z.array(z.string()).default([]),
  /** Left out where it is the first of `about`. */
  primary: z.string().nullable().optional(),
});
type GoldCase = z.infer<typeof goldCase>;

const catalogue = readTokenCatalogue();
const ids: ReadonlySet<string> = new Set(catalogue.map(({ id }) => id));
const tagTokens = createTagger(catalogue);
const traps = readCases('traps.jsonl');
const about = readCases('about.jsonl');

test('there are at least 200 cases, 60 of them traps', () => {
  expect(traps.length + about.length).toBeGreaterThanOrEqual(200);
  expect(traps.filter((one) => one.about.length === 0).length).toBeGreaterThanOrEqual(60);
  expect(traps.filter((one) => one.about.length > 0)).toEqual([]);
});

test('every token of a case is in the catalogue', () => {
  const named = [...traps, ...about].flatMap((one) => [...one.about, ...one.optional]);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

describe('an article about no token shows no card', () => {
  test.each(traps.map((one) => [one.title, one] as const))('%s', (_title, one) => {
    expect(wrongOf(one)).toEqual([]);
  });
});

test('no article gets a token it is not about', () => {
  const wrong = about.flatMap((one) => wrongOf(one).map((id) => `${id}: ${one.title}`));
  expect(wrong).toEqual([]);
});

test('the tokens that articles are about are found, and the primary one among them', () => {
  const scored = about.map(score);
  const sum = (pick: (one: (typeof scored)[number]) => number) =>
    scored.reduce((total, one) => total + pick(one), 0);
  const [right, missed, wrong] = [sum((one) => one.right), sum((one) => one.missed), sum((one) => one.wrong)];
  const f1 = (2 * right) / (2 * right + missed + wrong);
  const primary = sum((one) => Number(one.primary)) / about.length;
  const failed = scored.flatMap((one) => (one.missed > 0 || one.wrong > 0 || !one.primary ? one.title : []));
  const isGoodEnough = f1 >= REACHED.f1 - TOLERATED_DROP && primary >= REACHED.primary - TOLERATED_DROP;
  expect({ f1, primary, failed: isGoodEnough ? [] : failed }).toEqual({ f1, primary, failed: [] });
});

function readCases(file: string): readonly GoldCase[] {
  const lines = readFileSync(join(process.cwd(), GOLD, file), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => goldCase.parse(JSON.parse(line)));
}

function tagsOf({ title, body }: GoldCase) {
  return tagTokens({ title, dek: undefined, bodyText: body, sourceName: 'The Wire', cryptoOnly: true });
}

function wrongOf(one: GoldCase): readonly string[] {
  const allowed = new Set([...one.about, ...one.optional]);
  return tagsOf(one).flatMap(({ tokenId }) => (allowed.has(tokenId) ? [] : tokenId));
}

function score(one: GoldCase) {
  const tags = tagsOf(one);
  const found: ReadonlySet<string> = new Set(tags.map(({ tokenId }) => tokenId));
  const expected = one.primary === undefined ? (one.about[0] ?? null) : one.primary;
  const right = one.about.filter((id) => found.has(id)).length;
  return {
    title: one.title,
    right,
    missed: one.about.length - right,
    wrong: wrongOf(one).length,
    primary: (tags.find(({ role }) => role === 'primary')?.tokenId ?? null) === expected,
  };
}
