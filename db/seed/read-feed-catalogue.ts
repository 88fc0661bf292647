import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SOURCE_KINDS } from '@/lib/model/feed';
import type { SourceId } from '@/lib/model/ids';
import type { CatalogueFeed } from '@/db/writes/seed-feeds';

const FEEDS_FILE = 'db/seed/feeds.tsv';
const COLUMNS =
  'url source_id name site language country kind crypto_only injects_tokens all_caps provenance'.split(' ');

const row = z.object({
  url: z.url({ protocol: /^https?$/ }),
  source_id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is a slug: small letters, digits, hyphens'),
  name: z.string().min(1),
  site: z.url({ protocol: /^https?$/ }),
  language: z.string().regex(/^[a-z]{2}$/, 'is a two-letter language code'),
  country: z.string().regex(/^([A-Z]{2})?$/, 'is a two-letter country code, or empty'),
  kind: z.enum(SOURCE_KINDS),
  crypto_only: z.enum(['yes', 'no']),
  injects_tokens: z.enum(['yes', 'no']),
  all_caps: z.enum(['yes', 'no']),
  provenance: z.string().min(1, 'says how the address is known'),
});

/**
 * The catalogue of feeds as the repository ships it.
 * @throws {Error} naming file, line and column of what does not fit.
 */
export function readFeedCatalogue(
  text = readFileSync(join(process.cwd(), FEEDS_FILE), 'utf8'),
): readonly CatalogueFeed[] {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 }));
  const [header, ...rows] = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
  if (header?.line !== COLUMNS.join('\t')) {
    throw new Error(`${FEEDS_FILE}:${header?.number ?? 1}: the columns are ${COLUMNS.join(', ')}.`);
  }
  const catalogue = rows.map(({ line, number }) => readRow(line, number));
  refuseDuplicates(catalogue);
  return catalogue;
}

function readRow(line: string, number: number): CatalogueFeed {
  const cells = line.split('\t');
  const result = row.safeParse(Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index]])));
  if (!result.success || cells.length !== COLUMNS.length) {
    const issue = result.error?.issues[0];
    const what = issue ? `${issue.path.join('.')} ${issue.message}` : `has ${cells.length} cells`;
    throw new Error(`${FEEDS_FILE}:${number}: ${what}.`);
  }
  const { data } = result;
  return {
    url: data.url,
    provenance: data.provenance,
    fixedIntervalSeconds: undefined,
    source: {
      id: data.source_id as SourceId,
      name: data.name,
      siteUrl: data.site,
      language: data.language,
      country: data.country === '' ? undefined : data.country,
      kind: data.kind,
      cryptoOnly: data.crypto_only === 'yes',
      injectsTokens: data.injects_tokens === 'yes',
      allCaps: data.all_caps === 'yes',
    },
  };
}

function refuseDuplicates(catalogue: readonly CatalogueFeed[]): void {
  const seen = new Set<string>();
  for (const { url } of catalogue) {
    if (seen.has(url)) throw new Error(`${FEEDS_FILE}: ${url} stands there twice.`);
    seen.add(url);
  }
}
