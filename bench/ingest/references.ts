import pg from 'pg';
import RssParser from 'rss-parser';

const AT_ONCE = 8;
const ROWS_A_STATEMENT = 500;
/** The database numbers them, or works them out. */
const LEFT_OUT = new Set(['id', 'sorted_at', 'repost_of_id']);

export interface Pace {
  readonly articles: number;
  readonly seconds: number;
}

/** What is left when nothing is kept: every feed fetched and read with rss-parser as its README shows. */
export async function runBareLoop(urls: readonly string[]): Promise<Pace> {
  const waiting = [...urls];
  let articles = 0;
  const before = performance.now();
  const work = async (): Promise<void> => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const response = await fetch(url);
      const { items } = await new RssParser().parseString(await response.text());
      articles += items.length;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { articles, seconds: (performance.now() - before) / 1_000 };
}

/** The same rows into the same table of a copy of the desk's database: its indexes and constraints stand. */
export async function runBareInsert(url: string): Promise<Pace> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>('select * from articles order by id');
    await client.query('truncate articles cascade');
    await client.query('vacuum analyze');
    const columns = Object.keys(rows[0] ?? {}).filter((name) => !LEFT_OUT.has(name));
    const before = performance.now();
    for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
      await insertRows(client, columns, rows.slice(at, at + ROWS_A_STATEMENT));
    }
    return { articles: rows.length, seconds: (performance.now() - before) / 1_000 };
  } finally {
    await client.end();
  }
}

async function insertRows(
  client: pg.Client,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const places = rows.map(
    (_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(',')})`,
  );
  const values = rows.flatMap((row) => columns.map((name) => row[name]));
  await client.query(`insert into articles (${columns.join(',')}) values ${places.join(',')}`, values);
}
