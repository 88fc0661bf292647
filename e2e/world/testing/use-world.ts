import { afterAll, afterEach, beforeAll } from 'vitest';
import { startWorld, type RunningWorld, type WorldSettings } from '@/e2e/world/world';

/** A world for a test file, its faults cleared after each test. */
export function useWorld(settings: Partial<WorldSettings> = {}): WorldHandle {
  let world: RunningWorld | undefined;
  const url = () => {
    if (world === undefined) throw new Error('The world has not been started.');
    return world.url;
  };
  const control = async (verb: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url()}/control/${verb}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { ...((await response.json()) as Record<string, unknown>), httpStatus: response.status };
  };
  beforeAll(async () => {
    world = await startWorld({ port: 0, seed: 7, newsPaused: true, historyHours: 0, ...settings });
  });
  afterEach(() => control('clear', {}));
  afterAll(() => world?.stop());
  return { url, control };
}

export interface WorldHandle {
  url(): string;
  /** Posts to a control and gives its answer, with the status as `httpStatus`. */
  control(verb: string, body: object): Promise<Record<string, unknown>>;
}
