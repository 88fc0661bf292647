import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import WebSocket from 'ws';
import { askDesk, isDatabaseRunning, stopDatabase } from './desk-database';
import { startDesk, startWorld, type Running } from './processes';
import { temporaryDirectory } from './temporary-directory';
import { WorldControl } from './world-control';

const KILLS = 3;
const ACKNOWLEDGED_BEFORE_KILL = 5;
const PUBLISH_EVERY_MS = 300;
const OUTLETS = ['ledgerline', 'hashmeadow', 'copperkey', 'macro-and-coin', 'coinrelay'];

test('kill -9 in the middle of a poll loses nothing acknowledged and stores nothing twice', async () => {
  test.setTimeout(600_000);
  const directory = temporaryDirectory('restart');
  const dataDir = directory.path;
  const world = await startWorld(['--news-paused']);
  const acknowledged = new Set<number>();
  const newsroom = publishSteadily(world.url);
  let desk: Running | undefined;
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      ({ desk } = await startAgain(world.url, dataDir));
      await collectNews(desk.url, acknowledged, acknowledged.size + ACKNOWLEDGED_BEFORE_KILL);
      await desk.stop('SIGKILL');
    }
    const last = await startAgain(world.url, dataDir);
    desk = last.desk;
    await expect.poll(() => countUnasked(dataDir, last.startedAt), { timeout: 120_000 }).toBe(0);
    const stored = await readStored(dataDir);

    expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED_BEFORE_KILL);
    expect([...acknowledged].filter((id) => !stored.ids.has(id))).toEqual([]);
    expect(stored.ids.size).toBeGreaterThan(100);
    expect(stored.duplicates).toEqual([]);
    expect(stored.halfStored).toEqual([]);
  } finally {
    await newsroom.stop();
    await desk?.stop();
    await stopDatabase(dataDir);
    await world.stop();
    directory.remove();
  }
});

/** What the dead desk held passes to the living one when its lease runs out: that time passes at once. */
async function startAgain(world: string, dataDir: string): Promise<{ desk: Running; startedAt: Date }> {
  if (await isDatabaseRunning(dataDir)) {
    await askDesk(dataDir, (client) => client.query('update feeds set leased_until = null'));
  }
  const startedAt = new Date();
  return { desk: await startDesk({ world, dataDir }), startedAt };
}

/** Something new every moment, so that a kill always falls into a poll. */
function publishSteadily(worldUrl: string): { stop(): Promise<void> } {
  const world = new WorldControl(worldUrl);
  const stopping = new AbortController();
  const publishing = (async () => {
    for (let count = 1; !stopping.signal.aborted; count += 1) {
      const outlet = OUTLETS[count % OUTLETS.length] ?? 'ledgerline';
      const title = `Buoy ${count} off the ${outlet} coast reports its tide`;
      await world.publish({ outlet, title, html: `<p>Reading number ${count} of the day.</p>` });
      await sleep(PUBLISH_EVERY_MS);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await publishing;
    },
  };
}

/** Listens as a reader does: what is announced on the socket has been acknowledged by the store. */
async function collectNews(url: string, into: Set<number>, until: number): Promise<void> {
  const socket = new WebSocket(url.replace(/^http/, 'ws') + '/live');
  await new Promise<void>((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new Error(`only ${into.size} of ${until} were announced`)),
      120_000,
    );
    socket.on('open', () => socket.send(JSON.stringify({ t: 'news', on: true })));
    socket.on('error', reject);
    socket.on('message', (data) => {
      const message = JSON.parse((data as Buffer).toString('utf8')) as {
        t: string;
        item?: { articleId: number };
      };
      if (message.t === 'news' && message.item) into.add(message.item.articleId);
      if (into.size < until) return;
      clearTimeout(deadline);
      resolve();
    });
  });
  socket.terminate();
}

/** Feeds whose answer has not been taken in since. */
function countUnasked(dataDir: string, since: Date): Promise<number> {
  return askDesk(dataDir, async (client) => {
    const asked = 'last_success_at is not null and last_success_at > $1';
    const unasked = await client.query(`select 1 from feeds where not (${asked})`, [since]);
    return unasked.rows.length;
  });
}

function readStored(dataDir: string) {
  return askDesk(dataDir, async (client) => {
    const ids = await client.query<{ id: string }>('select id from articles');
    const duplicates = await client.query(
      `select source_id, url, count(*) from articles group by source_id, url having count(*) > 1
       union all select source_id, guid, count(*) from articles group by source_id, guid having count(*) > 1`,
    );
    const halfStored = await client.query(
      `select s.id from stories s where s.redirect_to is null
       and not exists (select 1 from articles a where a.story_id = s.id)`,
    );
    return {
      ids: new Set(ids.rows.map((row) => Number(row.id))),
      duplicates: duplicates.rows,
      halfStored: halfStored.rows,
    };
  });
}
