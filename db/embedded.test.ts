import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startPostgres } from './embedded';
import { ask } from './embedded/address';
import { DataDirectoryError } from './embedded/errors';

const isRoot = process.getuid?.() === 0;
const heard: string[] = [];
let root: string;

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'tapewire-embedded-')));
  chmodSync(root, 0o755);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a data directory over several starts', () => {
  it('is made by the first and keeps its rows for the next', async () => {
    const first = await start('life');
    await run(first.url, 'create table kept (id int); insert into kept values (7)');
    await first.stop();
    const second = await start('life');
    expect(await run(second.url, 'select id from kept')).toEqual([{ id: 7 }]);
    expect(second.where).toBe(join(root, 'life', 'postgres'));
    await second.stop();
  });

  it('listens on no network port', async () => {
    const postgres = await start('life');
    expect(await run(postgres.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    await postgres.stop();
  });

  it('is refused to a second Tapewire, and to a second start in the same process', async () => {
    const holder = await hold('life');
    await expect(start('life')).rejects.toThrow(`Another Tapewire (process ${holder.pid})`);
    await kill(holder);
    const again = await start('life');
    await expect(start('life')).rejects.toThrow(DataDirectoryError);
    await again.stop();
  });

  it('is adopted with its running server when the process before was killed, and nothing is lost', async () => {
    const holder = await hold('life');
    await run(holder.url, 'insert into kept values (8)');
    await kill(holder);
    const adopted = await start('life');
    expect(heard.at(-1)).toContain('still running');
    expect(await run(adopted.url, 'select id from kept order by id')).toEqual([{ id: 7 }, { id: 8 }]);
    await adopted.stop();
    expect(existsSync(join(root, 'life/postgres/postmaster.pid'))).toBe(false);
  });

  it('starts when the server itself was killed', async () => {
    const holder = await hold('life');
    process.kill(serverPid('life'), 'SIGKILL');
    await kill(holder);
    const postgres = await start('life');
    expect(await run(postgres.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
    await postgres.stop();
  });

  it('is served again by itself when the server was killed under a running desk', async () => {
    const postgres = await start('life');
    process.kill(serverPid('life'), 'SIGKILL');
    const said = () => heard.includes('The database ended unexpectedly: starting it again');
    await vi.waitUntil(said, { timeout: 20_000 });
    await vi.waitUntil(() => run(postgres.url, 'select 1').catch(() => undefined), { timeout: 20_000 });
    expect(await run(postgres.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
    await postgres.stop();
    expect(existsSync(join(root, 'life/postgres/postmaster.pid'))).toBe(false);
  });

  it('starts when the process ids in its files belong to other programs by now', async () => {
    const living = process.ppid;
    writeFileSync(join(root, 'life/tapewire.lock'), JSON.stringify({ pid: living, startedAt: 'long ago' }));
    const cluster = join(root, 'life/postgres');
    writeFileSync(join(cluster, 'postmaster.pid'), `${living}\n${cluster}\n1\n5432\n${cluster}\n\n`);
    const postgres = await start('life');
    expect(await run(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });

  it('says what PostgreSQL says when it is damaged, and is left as it is', async () => {
    const control = join(root, 'life/postgres/global/pg_control');
    renameSync(control, `${control}.away`);
    await expect(start('life')).rejects.toThrow(/could not open .*pg_control.* Nothing there was changed/s);
    renameSync(`${control}.away`, control);
    const postgres = await start('life');
    expect(await run(postgres.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
    await postgres.stop();
  });
});

describe('a folder that Tapewire did not make', () => {
  const mark = JSON.stringify({ madeBy: 'tapewire', password: 'x' });
  it.each([
    {
      name: 'files',
      files: { 'thesis.doc': 'years of work' },
      says: /holds files that Tapewire did not make/,
    },
    {
      name: 'cluster',
      files: { PG_VERSION: '18\n' },
      says: /holds a PostgreSQL database that Tapewire did not make/,
    },
    {
      name: 'old',
      files: { PG_VERSION: '12\n', 'tapewire.json': mark },
      says: /made by PostgreSQL 12 and only that/,
    },
    { name: 'headless', files: { 'tapewire.json': mark }, says: /damaged: its PG_VERSION is missing/ },
    {
      name: 'unmarked',
      files: { PG_VERSION: '18\n', 'tapewire.json': '{' },
      says: /damaged: its tapewire.json/,
    },
  ])('is refused with a sentence and left as it was: $name', async ({ name, files, says }) => {
    const folder = join(root, name, 'postgres');
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    await expect(start(name)).rejects.toThrow(says);
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(files).toSorted());
    expect(readdirSync(join(root, name))).toEqual(['postgres']);
  });

  it.skipIf(isRoot)('is refused when it cannot be written to', async () => {
    mkdirSync(join(root, 'read-only'), { mode: 0o500 });
    await expect(start('read-only')).rejects.toThrow(/read-only cannot be written to .*EACCES/);
  });

  it('is refused when the data it leads to is gone', async () => {
    mkdirSync(join(root, 'dangling'));
    symlinkSync(join(root, 'nowhere'), join(root, 'dangling/postgres'));
    await expect(start('dangling')).rejects.toThrow(/leads to a folder that does not exist/);
  });
});

describe('a place that is hard to serve from', () => {
  it('may have a path too long for a socket', async () => {
    const long = 'a-rather-long-name-of-a-folder/'.repeat(4);
    const postgres = await start(long);
    const socket = new URL(postgres.url.replace('@/', '@x/')).searchParams.get('host') ?? '';
    expect(socket).not.toContain('rather-long');
    expect(await run(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
    expect(existsSync(socket)).toBe(false);
  });

  it('may have commas, quotes and spaces in its path', async () => {
    const postgres = await start(`it's, "odd" é %41`);
    expect(await run(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });

  it.runIf(isRoot)(
    'may be closed to every user but root: the data is then outside, and found again',
    async () => {
      mkdirSync(join(root, 'closed'), { mode: 0o700 });
      const postgres = await start('closed/data');
      try {
        expect(postgres.where).toMatch(/^\/var\/lib\/tapewire\/data-[0-9a-f]{12}\/postgres$/);
        expect(heard.at(-1)).toContain(postgres.where);
        await run(postgres.url, 'create table kept (id int)');
        await postgres.stop();
        const again = await start('closed/data');
        expect(again.where).toBe(postgres.where);
        expect(await run(again.url, 'select * from kept')).toEqual([]);
        await again.stop();
      } finally {
        rmSync(dirname(postgres.where), { recursive: true, force: true });
      }
    },
  );
});

describe('a system without unix sockets', () => {
  it('is served on the loopback address, and only with the password', async () => {
    const postgres = await start('tcp', 'tcp');
    expect(await run(postgres.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await expect(run(postgres.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    await postgres.stop();
  });
});

describe('DATABASE_URL', () => {
  it('is said to be silent in one sentence when nothing answers there', async () => {
    const env = {
      DATABASE_URL: 'postgresql://desk@127.0.0.1:9/desk',
      DATA_DIR: undefined,
      SIMULATED_WORLD: undefined,
    };
    await expect(startPostgres({ env, log })).rejects.toThrow(
      /DATABASE_URL \(127\.0\.0\.1:9\) does not answer/,
    );
  });
});

const hear = (line: unknown): void => void heard.push(String(line));
const log = { info: hear, warn: hear, error: hear };

function start(name: string, transport: 'socket' | 'tcp' = 'socket') {
  const env = { DATA_DIR: join(root, name), DATABASE_URL: undefined, SIMULATED_WORLD: undefined };
  return startPostgres({ env, log, throwaway: true, transport });
}

function run(url: string, query: string): Promise<unknown[]> {
  return ask(url, async (client) => (await client.query(query)).rows as unknown[]);
}

function serverPid(name: string): number {
  return Number(readFileSync(join(root, name, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

/** A Tapewire in a process of its own. */
async function hold(name: string): Promise<{ pid: number | undefined; url: string; child: ChildProcess }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'db/testing/hold-postgres.ts', join(root, name)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return { pid: child.pid, url: chunk.toString().trim(), child };
}

async function kill({ child }: { child: ChildProcess }): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}
