import { sql, type SQL } from 'drizzle-orm';

/** What JSON can say and Postgres cannot store: NUL, and halves of surrogate pairs. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/**
 * Rows as one parameter, read as a table `r` of these columns: the statement is the same whatever their number.
 * @param columns as Postgres declares them, e.g. `id bigint, title text`; a row's properties are named like them.
 */
export function asRecords(rows: readonly object[], columns: string): SQL {
  return sql`json_to_recordset(${toJson(rows)}::json) as r(${sql.raw(columns)})`;
}

function toJson(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  return UNSTORABLE.test(json) ? JSON.stringify(rows, (_, value: unknown) => toStorable(value)) : json;
}

function toStorable(value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value).toString().replaceAll('\0', '') : value;
}
