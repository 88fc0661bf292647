import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './types';

/** What this database is for, written once: a real desk never opens a simulated one's data, nor the reverse. */
export const installation = pgTable(
  'installation',
  {
    id: integer().primaryKey().default(1),
    world: text().$type<'real' | 'simulated'>().notNull(),
    createdAt: moment().notNull().defaultNow(),
    /** SHA-256 over the catalogue files last brought in: a start with the same files has nothing to bring. */
    catalogueHash: text(),
  },
  (row) => [check('installation_single_row', sql`${row.id} = 1`)],
);
