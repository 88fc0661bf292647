import { setTimeout as wait } from 'node:timers/promises';
import { BOMBS } from './bombs';
import { startDeskProcess } from './desk-process';
import { percentile, probePage } from './probe-page';
import { openStage, type Stage } from './stage';

const GOAL_LOOP_P99_MS = 50;
/** A feed asked later than this after its time was held up by others. */
const ON_TIME_MS = 3_000;
const INTERVAL_SECONDS = 10;
const FOR_MS = 60_000;
const LOOK_EVERY_MS = 500;

/** Some feeds serve what hangs or fills careless readers, again and again; the others want to be asked on time. */
export async function runBombs(settings: {
  readonly dataDir: string;
  readonly feeds: number;
  readonly items: number;
  readonly profileTo: string | undefined;
}): Promise<number> {
  const bombs = Object.keys(BOMBS).length;
  const feeds = Math.max(bombs + 1, Math.min(settings.feeds, 100));
  const stage = await openStage({ ...settings, feeds, bombs });
  const desk = await startDeskProcess(stage.deskEnv, settings.profileTo);
  try {
    await readGoodFeeds(stage, bombs);
    await stage.client.query('truncate fetches');
    await stage.client.query('update feeds set fixed_interval_seconds = $1, next_poll_at = now()', [
      INTERVAL_SECONDS,
    ]);
    const pages = probePage(desk.url);
    desk.begin();
    await wait(FOR_MS);
    const cost = await desk.end();
    const times = await pages.stop();
    const lateness = await readLateness(stage, bombs);
    write(
      `${bombs} hostile feeds beside ${feeds - bombs} good ones, each asked every ${INTERVAL_SECONDS} s for ${FOR_MS / 1_000} s`,
    );
    await tellBombs(stage, bombs);
    write(
      `event loop p50 ${cost.loopP50Ms.toFixed(1)} ms, p99 ${cost.loopP99Ms.toFixed(1)} ms, longest ${cost.loopMaxMs.toFixed(0)} ms`,
    );
    write(`front page p99 ${percentile(times, 99).toFixed(0)} ms; memory ${cost.rssMb.toFixed(0)} MB`);
    const late = percentile(lateness, 99);
    write(
      `good feeds: ${lateness.length} polls after the first, behind their time p50 ${percentile(lateness, 50).toFixed(0)} ms, p99 ${late.toFixed(0)} ms`,
    );
    const isMet = cost.loopP99Ms <= GOAL_LOOP_P99_MS && late <= ON_TIME_MS && lateness.length > 0;
    write(
      `${isMet ? '✓' : '✗'} goal: event loop p99 ≤ ${GOAL_LOOP_P99_MS} ms, good feeds within ${ON_TIME_MS / 1_000} s of their time`,
    );
    return isMet ? 0 : 1;
  } finally {
    await desk.stop();
    await stage.close();
  }
}

/** First without any bombs, so that what is measured is not the good feeds' own archives coming in. */
async function readGoodFeeds({ client, feedUrls }: Stage, bombs: number): Promise<void> {
  await client.query('update feeds set next_poll_at = now() where not source_id = any($1)', [idsOf(bombs)]);
  for (let read = 0; read < feedUrls.length - bombs; await wait(LOOK_EVERY_MS)) {
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from fetches');
    read = rows[0]?.count ?? 0;
  }
}

function idsOf(bombs: number): readonly string[] {
  return Array.from({ length: bombs }, (_, feed) => `newsroom-${feed}`);
}

async function tellBombs({ client }: Stage, bombs: number): Promise<void> {
  const { rows } = await client.query<{
    url: string;
    polls: number;
    longest: number;
    message: string | null;
  }>(
    `select f.url, count(*)::int as polls, max(t.duration_ms)::int as longest,
       (array_agg(t.message order by t.id desc))[1] as message
     from fetches t join feeds f on f.id = t.feed_id
     where f.source_id = any($1) group by f.url, f.source_id order by length(f.source_id), f.source_id`,
    [idsOf(bombs)],
  );
  for (const [at, { polls, longest, message }] of rows.entries()) {
    write(`  ${Object.keys(BOMBS)[at]}: ${polls} polls, longest ${longest} ms: ${message ?? 'read'}`);
  }
}

/** How long after a feed's time it was asked: the gap between two polls, less its interval and the jitter allowed. */
async function readLateness({ client }: Stage, bombs: number): Promise<readonly number[]> {
  const { rows } = await client.query<{ late: number }>(
    `select greatest(0, extract(epoch from started_at - ended) * 1000 - $2 * 1100)::float as late from (
       select t.started_at, lag(t.started_at + t.duration_ms * interval '1 ms') over (partition by t.feed_id order by t.id) as ended
       from fetches t join feeds f on f.id = t.feed_id where not f.source_id = any($1)) gaps
     where ended is not null order by late`,
    [idsOf(bombs), INTERVAL_SECONDS],
  );
  return rows.map((row) => row.late);
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
