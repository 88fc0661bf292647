import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDesk } from '@/scripts/run/build-desk.mjs';
import { runBombs } from './ingest/run-bombs';
import { startDeskProcess } from './ingest/desk-process';
import { percentile, probePage } from './ingest/probe-page';
import { runBareInsert, runBareLoop, type Pace } from './ingest/references';
import { runRound, type Round } from './ingest/run-round';
import { openStage, type Stage } from './ingest/stage';

const GOALS = { ofInsert: 0.7, pageP99Ms: 100, loopP99Ms: 20, warmer: 5 };
const IDLE_MS = 3_000;

/**
 * `bench -- ingest`: a thousand feeds of thirty items each, read cold and asked again, by the built desk with its
 * pages open, beside a bare loop of fetch and rss-parser and a bare multi-row INSERT of the same rows.
 */
export async function benchIngest(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      feeds: { type: 'string', default: '1000' },
      items: { type: 'string', default: '30' },
      bombs: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  const feeds = Number(values.feeds);
  const items = Number(values.items);
  await buildDesk();
  const dataDir = mkdtempSync(join(tmpdir(), 'tapewire-bench-'));
  try {
    if (values.bombs) return await runBombs({ dataDir, feeds, items, profileTo: values.profile });
    return await compare({ dataDir, feeds, items, profileTo: values.profile });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function compare(settings: Settings): Promise<number> {
  write(`${settings.feeds} feeds × ${settings.items} items on loopback, ${availableParallelism()} cores`);
  const stage = await openStage({ ...settings, bombs: 0 });
  try {
    const { cold, warm } = await runDesk(stage, settings.profileTo);
    const loop = await runBareLoop(stage.feedUrls);
    const insert = await runBareInsert(await stage.copyDatabase());
    tellPace('bare fetch + rss-parser, nothing kept', loop);
    tellPace('bare multi-row INSERT of the same rows', insert);
    return judge(cold, warm, insert);
  } finally {
    await stage.close();
  }
}

async function runDesk(stage: Stage, profileTo: string | undefined): Promise<{ cold: Round; warm: Round }> {
  const desk = await startDeskProcess(stage.deskEnv, profileTo);
  try {
    const idle = probePage(desk.url);
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const idleTimes = await idle.stop();
    write(
      `the front page of the empty desk: p50 ${ms(percentile(idleTimes, 50))}, p99 ${ms(percentile(idleTimes, 99))}`,
    );
    const cold = await runRound(stage, desk);
    tellRound('cold', cold);
    const warm = await runRound(stage, desk);
    tellRound('warm', warm);
    return { cold, warm };
  } finally {
    await desk.stop();
  }
}

function tellRound(name: string, round: Round): void {
  const { cost, page } = round;
  write(
    `${name}: ${round.articles} articles stored of ${round.items} read, ${Object.entries(round.outcomes)
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(', ')}`,
  );
  write(
    `  ${round.seconds.toFixed(1)} s, ${(round.articles / round.seconds).toFixed(0)} articles/s, ${(stageFeeds(round) / round.seconds).toFixed(0)} feeds/s`,
  );
  write(`  CPU of the desk ${cost.cpuSeconds.toFixed(1)} s, memory ${cost.rssMb.toFixed(0)} MB`);
  write(`  event loop p50 ${ms(cost.loopP50Ms)}, p99 ${ms(cost.loopP99Ms)}, longest ${ms(cost.loopMaxMs)}`);
  write(
    `  front page meanwhile (${page.length}×): p50 ${ms(percentile(page, 50))}, p99 ${ms(percentile(page, 99))}`,
  );
}

function stageFeeds(round: Round): number {
  return Object.values(round.outcomes).reduce((sum, count) => sum + count, 0);
}

function tellPace(name: string, { articles, seconds }: Pace): void {
  write(`${name}: ${articles} in ${seconds.toFixed(1)} s, ${(articles / seconds).toFixed(0)}/s`);
}

function judge(cold: Round, warm: Round, insert: Pace): number {
  const ofInsert = cold.articles / cold.seconds / (insert.articles / insert.seconds);
  const pageP99 = Math.max(percentile(cold.page, 99), percentile(warm.page, 99));
  const loopP99 = Math.max(cold.cost.loopP99Ms, warm.cost.loopP99Ms);
  const warmer = cold.seconds / warm.seconds;
  const goals = [
    goal(`${ofInsert.toFixed(2)} × the bare INSERT`, ofInsert >= GOALS.ofInsert, `≥ ${GOALS.ofInsert}`),
    goal(`page p99 ${ms(pageP99)}`, pageP99 <= GOALS.pageP99Ms, `≤ ${GOALS.pageP99Ms} ms`),
    goal(`event loop p99 ${ms(loopP99)}`, loopP99 <= GOALS.loopP99Ms, `≤ ${GOALS.loopP99Ms} ms`),
    goal(`warm ${warmer.toFixed(1)} × as fast as cold`, warmer >= GOALS.warmer, `≥ ${GOALS.warmer}`),
  ];
  return goals.every(Boolean) ? 0 : 1;
}

function goal(what: string, isMet: boolean, wanted: string): boolean {
  write(`${isMet ? '✓' : '✗'} ${what} (goal ${wanted})`);
  return isMet;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

interface Settings {
  readonly dataDir: string;
  readonly feeds: number;
  readonly items: number;
  readonly profileTo: string | undefined;
}
