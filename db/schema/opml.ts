import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { FeedId } from '@/lib/model/ids';
import type { OpmlImportState, OpmlLineResult } from '@/lib/model/opml-import';
import { feeds } from './feeds';
import { moment } from './types';

/** A list of feeds somebody brought along. */
export const opmlImports = pgTable(
  'opml_imports',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    fileName: text().notNull(),
    title: text(),
    state: text().$type<OpmlImportState>().notNull().default('running'),
    createdAt: moment().notNull(),
    finishedAt: moment(),
  },
  (row) => [
    index('opml_imports_running')
      .on(row.id)
      .where(sql`${row.state} = 'running'`),
  ],
);

/** One feed of such a list and what became of it. */
export const opmlImportLines = pgTable(
  'opml_import_lines',
  {
    importId: bigint({ mode: 'number' })
      .notNull()
      .references(() => opmlImports.id, { onDelete: 'cascade' }),
    /** From 1, in the order of the document. */
    position: integer().notNull(),
    url: text().notNull(),
    title: text(),
    siteUrl: text(),
    /** The folders it lay in, outermost first, joined by " / ". */
    folder: text(),
    result: text().$type<OpmlLineResult>().notNull().default('pending'),
    /** Why, in words. */
    message: text(),
    feedId: bigint({ mode: 'number' })
      .$type<FeedId>()
      .references(() => feeds.id),
  },
  (line) => [
    primaryKey({ columns: [line.importId, line.position] }),
    index('opml_import_lines_pending')
      .on(line.importId, line.position)
      .where(sql`${line.result} = 'pending'`),
  ],
);
