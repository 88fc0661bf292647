import { rmSync } from 'node:fs';
import { startDesk, startWorld } from './processes';
import { temporaryDirectory } from './temporary-directory';

/** One pretend internet and one built desk on it, for all journeys that do not need their own. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const dataDir = temporaryDirectory('desk');
  const world = await startWorld(['--news-paused']);
  const desk = await startDesk({ world: world.url, dataDir });
  process.env['WORLD_URL'] = world.url;
  process.env['DESK_URL'] = desk.url;
  process.env['DESK_SETUP_PATH'] = /\/console\/setup\?token=\S+/.exec(desk.output())?.[0] ?? '';
  return async () => {
    await desk.stop();
    await world.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
