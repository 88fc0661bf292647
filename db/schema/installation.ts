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
    /** Articles go after so many days unless their feed says otherwise; null: never. */
    keepArticlesDays: integer(),
    keepFetchesDays: integer().notNull().default(30),
  },
  (row) => [
    check('installation_single_row', sql`${row.id} = 1`),
    check('installation_keep_articles', sql`${row.keepArticlesDays} between 1 and 36500`),
    check('installation_keep_fetches', sql`${row.keepFetchesDays} between 1 and 3650`),
  ],
);
