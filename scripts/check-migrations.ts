import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateDrizzleJson, generateMigration, type DrizzleSnapshotJSON } from 'drizzle-kit/api';
import { z } from 'zod';
import config from '@/db/drizzle.config';

/** The migrations must add up to the schema: what would be generated now must be nothing. */
const SCHEMA = 'db/schema';
const MIGRATIONS = 'db/migrations';

const journal = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) });

const { entries } = journal.parse(JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')));
const missing = await findMissing();
if (missing.length > 0) {
  console.error(
    `The schema has changed and no migration says so: npm run migration -- <name>\n\n${missing.join('\n')}`,
  );
  process.exitCode = 1;
} else
  console.log(
    `${entries.length} ${entries.length === 1 ? 'migration adds' : 'migrations add'} up to the schema`,
  );

async function findMissing(): Promise<string[]> {
  const last = entries.at(-1);
  const file = `${String(last?.idx ?? 0).padStart(4, '0')}_snapshot.json`;
  const migrated = JSON.parse(readFileSync(join(MIGRATIONS, 'meta', file), 'utf8')) as DrizzleSnapshotJSON;
  const schema = generateDrizzleJson(await loadSchema(), migrated.id, undefined, config.casing);
  return generateMigration(migrated, schema);
}

async function loadSchema(): Promise<Record<string, unknown>> {
  const files = readdirSync(SCHEMA).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const modules = files.map((file) => import(pathToFileURL(resolve(SCHEMA, file)).href));
  return Object.assign({}, ...((await Promise.all(modules)) as object[])) as Record<string, unknown>;
}
