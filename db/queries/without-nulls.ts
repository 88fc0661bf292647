/** A row as the rest of the desk speaks: what a column does not know is `undefined`. */
export function withoutNulls<Row extends object>(row: Row): WithoutNulls<Row> {
  const entries = Object.entries(row).map(([name, value]: [string, unknown]) => [name, value ?? undefined]);
  return Object.fromEntries(entries) as WithoutNulls<Row>;
}

type WithoutNulls<Row> = {
  [Name in keyof Row]: null extends Row[Name] ? Exclude<Row[Name], null> | undefined : Row[Name];
};
