import { test as base } from '@playwright/test';
import { WorldControl } from './world-control';

/** A journey on the shared desk: `page` opens it, `world` moves what lies behind it. */
export const test = base.extend<{ world: WorldControl }>({
  baseURL: async ({}, use) => {
    await use(requireVariable('DESK_URL'));
  },
  world: async ({}, use) => {
    const world = new WorldControl(requireVariable('WORLD_URL'));
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
