import { test as base, type Browser, type BrowserContextOptions } from '@playwright/test';
import { startPair, type DeskPair } from './desk-pair';
import { makeOperator } from './make-operator';
import { WorldControl } from './world-control';

const START_WITHIN_MS = 400_000;

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

interface OfJourney {
  /** What lies behind the desk, to be moved; whatever was broken is mended afterwards. */
  readonly world: WorldControl;
  /** Whether `page` is signed in to the console. */
  readonly asOperator: boolean;
}

export interface OfWorker {
  readonly worldArgs: readonly string[];
  /** One desk for all journeys of a project, one after the other. */
  readonly pair: DeskPair;
  /** Signs in the desk's only operator, who is made for the first journey that needs one. */
  readonly operatorState: () => Promise<StorageState>;
}

/** A journey on the shared desk: `page` opens it. */
export const test = base.extend<OfJourney, OfWorker>({
  worldArgs: [['--news-paused'], { scope: 'worker', option: true }],
  pair: [
    async ({ worldArgs }, use) => {
      const pair = await startPair(worldArgs);
      process.env['WORLD_URL'] = pair.worldUrl;
      process.env['DESK_URL'] = pair.deskUrl;
      process.env['DESK_SETUP_PATH'] = pair.setupPath;
      await use(pair);
      await pair.stop();
    },
    { scope: 'worker', timeout: START_WITHIN_MS },
  ],
  operatorState: [
    async ({ browser, pair }, use) => {
      let made: Promise<StorageState> | undefined;
      await use(() => (made ??= makeOperatorOf(pair, browser)));
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ pair }, use) => {
    await use(pair.deskUrl);
  },
  asOperator: [false, { option: true }],
  storageState: async ({ asOperator, operatorState }, use) => {
    await use(asOperator ? await operatorState() : undefined);
  },
  world: async ({ pair }, use) => {
    const world = new WorldControl(pair.worldUrl);
    await use(world);
    await world.clear();
  },
});

export { expect } from '@playwright/test';

export function requireVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run the journeys with npm test.`);
  return value;
}

async function makeOperatorOf({ deskUrl, setupPath }: DeskPair, browser: Browser): Promise<StorageState> {
  const context = await browser.newContext({ baseURL: deskUrl });
  try {
    await makeOperator(await context.newPage(), setupPath);
    return await context.storageState();
  } finally {
    await context.close();
  }
}
