import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { database } from './client';
import { installation } from './schema/installation';
import { useTestDatabase } from './testing';

describe('useTestDatabase', () => {
  useTestDatabase();

  it('gives an empty, migrated database', async () => {
    expect(await database().select().from(installation)).toEqual([]);
  });

  it('gives this file a name of its own', async () => {
    const { rows } = await database().execute<{ name: string }>(sql`select current_database() as name`);
    expect(rows[0]?.name).toMatch(/^test_[0-9a-f]{12}$/);
  });

  it('speaks UTF-8 and UTC, whatever the machine speaks', async () => {
    const { rows } = await database().execute(
      sql`select lower('ÄЖ') as lower, current_setting('TimeZone') as zone, current_setting('server_encoding') as encoding`,
    );
    expect(rows).toEqual([{ lower: 'äж', zone: 'UTC', encoding: 'UTF8' }]);
  });
});
