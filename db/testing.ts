import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { connectDatabase, disconnectDatabase } from './client';
import { ask } from './embedded/address';
import { TEMPLATE_DATABASE } from './testing/template';

/**
 * Gives this test file a database of its own, cloned from a migrated template and gone afterwards.
 * The tests of one file share it: each makes the rows it needs.
 */
export function useTestDatabase(): void {
  const name = `test_${randomBytes(6).toString('hex')}`;

  beforeAll(async () => {
    const url = inject('postgresUrl');
    await ask(url, (client) => client.query(`create database ${name} template ${TEMPLATE_DATABASE}`));
    connectDatabase(url.replace('/postgres?', `/${name}?`));
  });

  afterAll(async () => {
    await disconnectDatabase();
    await ask(inject('postgresUrl'), (client) =>
      client.query(`drop database if exists ${name} with (force)`),
    );
  });
}
