import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

/**
 * Proves the import table: for each row, lint is given a file that imports from every room of the house, and must
 * refuse exactly what the row leaves out. A config that checks nothing fails here, and so does one that refuses all.
 */
const ROOMS = [
  ...[
    '@/lib/core/decimal',
    '@/lib/model/article',
    '@/lib/system/log',
    '@/lib/live/protocol',
    '@/lib/live/bus/bus',
  ],
  ...['@/lib/live/gateway/gateway', '@/lib/news/pipeline', '@/lib/news/fetch/x', '@/lib/news/parse/x'],
  ...['@/lib/news/normalise/x', '@/lib/news/cluster/x', '@/lib/news/tag/x', '@/lib/market/pipeline'],
  ...[
    '@/lib/market/exchanges/exchange',
    '@/lib/market/exchanges/binance',
    '@/lib/reader/x',
    '@/lib/operator/x',
  ],
  ...['@/db/client', '@/db/schema/x', '@/db/queries/x', '@/db/writes/x', '@/app/page', '@/app/_ui/x'],
  ...['@/app/_client/x', '@/e2e/x', '@/bench/x', '@/scripts/x', '@/server'],
];

const CORE = ['@/lib/core/decimal'];
const MODEL = ['@/lib/model/article', ...CORE];
const SYSTEM = ['@/lib/system/log', ...MODEL];
const DB = ['@/db/client', '@/db/schema/x', '@/db/queries/x', '@/db/writes/x'];
const PIPELINE = [...SYSTEM, '@/lib/live/bus/bus', '@/db/queries/x', '@/db/writes/x'];
const STAGES = ['fetch', 'parse', 'normalise', 'cluster', 'tag'].map((stage) => `@/lib/news/${stage}/x`);
const EXCHANGES = ['@/lib/market/exchanges/exchange', '@/lib/market/exchanges/binance'];
const DESK = [...SYSTEM, ...DB, '@/lib/live/bus/bus', '@/lib/news/pipeline', '@/lib/market/pipeline'];
const APP = ['@/app/page', '@/app/_ui/x', '@/app/_client/x'];

/** A file of each row, and the rooms it may import from. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  'lib/core/seed.ts': CORE,
  'lib/model/seed.ts': MODEL,
  'lib/system/seed.ts': SYSTEM,
  'db/seed.ts': [...SYSTEM, ...DB],
  'db/queries/seed.ts': [...SYSTEM, ...DB],
  'lib/news/fetch/seed.ts': [...SYSTEM, '@/lib/news/fetch/x'],
  'lib/news/parse/seed.ts': [...MODEL, '@/lib/news/parse/x'],
  'lib/news/normalise/seed.ts': [...MODEL, '@/lib/news/normalise/x'],
  'lib/news/cluster/seed.ts': [...MODEL, '@/lib/news/cluster/x'],
  'lib/news/tag/seed.ts': [...MODEL, '@/lib/news/tag/x'],
  'lib/news/seed.ts': [...PIPELINE, ...STAGES, '@/lib/news/pipeline'],
  'lib/market/exchanges/seed.ts': [...MODEL, '@/lib/market/exchanges/exchange'],
  'lib/market/exchanges/registry.ts': [...MODEL, ...EXCHANGES],
  'lib/market/seed.ts': [...PIPELINE, ...EXCHANGES, '@/lib/market/pipeline'],
  'lib/live/protocol.ts': [...MODEL, '@/lib/live/protocol'],
  'lib/live/seed.ts': [...SYSTEM, '@/lib/live/protocol', '@/lib/live/bus/bus', '@/lib/live/gateway/gateway'],
  'lib/live/gateway/seed.ts': [
    ...SYSTEM,
    '@/lib/live/protocol',
    '@/lib/live/bus/bus',
    '@/lib/live/gateway/gateway',
  ],
  'lib/reader/seed.ts': [...DESK, '@/lib/reader/x'],
  'lib/operator/seed.ts': [...DESK, '@/lib/operator/x'],
  'app/seed.tsx': [
    ...MODEL,
    ...APP,
    '@/lib/live/protocol',
    '@/lib/reader/x',
    '@/lib/operator/x',
    '@/db/queries/x',
  ],
  'app/_ui/seed.tsx': [...MODEL, '@/app/_ui/x', '@/lib/live/protocol'],
  'app/_client/seed.tsx': [...MODEL, '@/app/_ui/x', '@/app/_client/x', '@/lib/live/protocol'],
  'e2e/seed.ts': ROOMS.filter((room) => !APP.includes(room)),
  'bench/seed.ts': ROOMS.filter((room) => !APP.includes(room)),
  'server.ts': ROOMS,
};

/** Every way of writing an import must be caught, not the plainest alone. */
const WAYS: Readonly<Record<string, string>> = {
  'lib/core/way-type.ts': `import type { A } from '@/db/client';\nexport type B = A;`,
  'lib/core/way-from.ts': `export { a } from '@/db/client';`,
  'lib/core/way-all.ts': `export * from '@/db/client';`,
  'lib/core/way-later.ts': `export const a = import('@/db/client');`,
  'lib/core/way-inline.ts': `export type A = import('@/db/client').A;`,
  'lib/core/way-up.ts': `export { a } from '../model/article';`,
  'lib/market/exchanges/way-beside.ts': `export { a } from './binance';`,
  'lib/core/circle-one.ts': `import { two } from './circle-two';\nexport const one = () => two;`,
  'lib/core/circle-two.ts': `import { one } from './circle-one';\nexport const two = () => one;`,
};

const report = z.object({
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
});

const directory = mkdtempSync(join(tmpdir(), 'tapewire-imports-'));
try {
  seedFiles();
  const refused = lintSeeds();
  const wrong = [...checkRows(refused), ...checkWays(refused)];
  const rows = Object.keys(TABLE).length;
  if (wrong.length > 0) {
    console.error(wrong.join('\n'));
    process.exitCode = 1;
  } else
    console.log(
      `${rows} rows × ${ROOMS.length} rooms and ${Object.keys(WAYS).length} ways of importing hold`,
    );
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** Each room is one line, so that a line of the report names a room. */
function seedFiles(): void {
  copyFileSync('.oxlintrc.json', join(directory, '.oxlintrc.json'));
  copyFileSync('tsconfig.json', join(directory, 'tsconfig.json'));
  const rows = Object.keys(TABLE).map((file) => [
    file,
    ROOMS.map((room, index) => `export { a${index} } from '${room}';`).join('\n'),
  ]);
  for (const [file = '', text = ''] of [...rows, ...Object.entries(WAYS)]) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), `${text}\n`);
  }
}

/** What lint refused, as `file:line`. */
function lintSeeds(): ReadonlySet<string> {
  const oxlint = resolve('node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '-f', 'json'], {
    cwd: directory,
    encoding: 'utf8',
  });
  // The seeds import one another in every direction: a circle is looked for in its own two files alone.
  const isMeant = (code: string, file: string): boolean =>
    code.includes('no-cycle')
      ? file.includes('circle')
      : /no-restricted-imports|consistent-type-imports/.test(code);
  const { diagnostics } = report.parse(JSON.parse(stdout));
  return new Set(
    diagnostics
      .filter(({ code, filename }) => isMeant(code, filename))
      .map(({ filename, labels }) => `${filename}:${labels[0]?.span.line}`),
  );
}

function checkRows(refused: ReadonlySet<string>): string[] {
  return Object.entries(TABLE).flatMap(([file, allowed]) => {
    const mistakes = ROOMS.filter(
      (room, index) => refused.has(`${file}:${index + 1}`) === allowed.includes(room),
    );
    console.log(
      `${dirname(file)}/ may import ${allowed.length} of ${ROOMS.length} rooms; refused ${ROOMS.length - allowed.length}`,
    );
    return mistakes.map((room) => `${file} ${allowed.includes(room) ? 'is refused' : 'may import'} ${room}`);
  });
}

function checkWays(refused: ReadonlySet<string>): string[] {
  return Object.entries(WAYS)
    .filter(([file]) => ![...refused].some((place) => place.startsWith(`${file}:`)))
    .map(([file, text]) => `${file} is not refused: ${text.split('\n')[0]}`);
}
