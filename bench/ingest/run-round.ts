import { setTimeout as wait } from 'node:timers/promises';
import type { DeskCost, DeskProcess } from './desk-process';
import { probePage } from './probe-page';
import type { Stage } from './stage';

const LOOK_EVERY_MS = 200;
const GIVE_UP_AFTER_MS = 900_000;

/** What asking every feed once came to. */
export interface Round {
  readonly seconds: number;
  readonly articles: number;
  readonly items: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly cost: DeskCost;
  /** Answer times of the front page meanwhile, sorted. */
  readonly page: readonly number[];
}

/** Makes every feed due at once and waits until each has been asked. */
export async function runRound({ client, feedUrls }: Stage, desk: DeskProcess): Promise<Round> {
  const { rows: marks } = await client.query<{ last: string }>(
    'select coalesce(max(id), 0) as last from fetches',
  );
  const last = marks[0]?.last ?? '0';
  const pages = probePage(desk.url);
  desk.begin();
  const before = performance.now();
  await client.query('update feeds set next_poll_at = now()');
  while ((await countSince(last)) < feedUrls.length) {
    if (performance.now() - before > GIVE_UP_AFTER_MS) throw new Error('The round did not come to its end.');
    await wait(LOOK_EVERY_MS);
  }
  const seconds = (performance.now() - before) / 1_000;
  const cost = await desk.end();
  const { rows } = await client.query<{ outcome: string; count: number; stored: number; items: number }>(
    `select outcome, count(*)::int as count, coalesce(sum(new_articles), 0)::int as stored,
       coalesce(sum(items), 0)::int as items from fetches where id > $1 group by outcome`,
    [last],
  );
  return {
    seconds,
    cost,
    page: await pages.stop(),
    articles: rows.reduce((sum, row) => sum + row.stored, 0),
    items: rows.reduce((sum, row) => sum + row.items, 0),
    outcomes: Object.fromEntries(rows.map((row) => [row.outcome, row.count])),
  };

  async function countSince(id: string): Promise<number> {
    const { rows: counts } = await client.query<{ count: number }>(
      'select count(*)::int as count from fetches where id > $1',
      [id],
    );
    return counts[0]?.count ?? 0;
  }
}
