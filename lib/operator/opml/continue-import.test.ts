import { expect, test } from 'vitest';
import { readOpmlImport } from '@/db/queries/opml-imports';
import { useTestDatabase } from '@/db/testing';
import { storeOpmlImport } from '@/db/writes/store-opml-import';
import { cancelImport } from './cancel-import';
import { continueImport } from './continue-import';
import { resumeImports } from './import-work';

const NOW = new Date('2026-11-23T12:00:00Z');
const LINES = 60;

useTestDatabase();

test('a cancelled import goes on where it was left, and only once', async () => {
  let woken = 0;
  const goOn = (id: number) => continueImport(id, () => (woken += 1));
  const id = await storeOpmlImport({ fileName: 'list.opml', title: undefined, feeds: listed() }, NOW);
  expect(await goOn(id)).toEqual({ kind: 'not-cancelled' });
  await workOnBatch();
  const added = (await readOpmlImport(id))?.counts.added ?? 0;
  await cancelImport(id, NOW);
  expect(woken).toBe(0);
  expect(await goOn(id)).toEqual({ kind: 'continued', lines: LINES - added });
  expect(woken).toBe(1);
  expect(await goOn(id)).toEqual({ kind: 'not-cancelled' });
  await expect
    .poll(async () => {
      await workOnBatch();
      return readOpmlImport(id);
    })
    .toMatchObject({ state: 'finished', counts: { added: LINES, cancelled: 0, pending: 0 } });
  expect(await goOn(id)).toEqual({ kind: 'not-cancelled' });
  expect(await goOn(999_999)).toEqual({ kind: 'not-cancelled' });
});

/** Stopped at once, the work still ends the batch in hand. */
async function workOnBatch(): Promise<void> {
  const log = { error: () => undefined, info: () => undefined };
  await resumeImports({ clock: () => NOW, log, addresses: 'public' })();
}

function listed() {
  return Array.from({ length: LINES }, (_, index) => ({
    url: `https://outlet-${index}.example/feed`,
    title: undefined,
    siteUrl: undefined,
    folder: undefined,
  }));
}
