import { readFeedCatalogue } from '@/db/seed/read-feed-catalogue';
import type { SourceId } from '@/lib/model/ids';
import type { WorldManifest } from '@/lib/system/world';
import { claimInstallation } from './claim-installation';
import { seedFeeds, type CatalogueFeed } from './seed-feeds';
import { seedMarkets } from './seed-markets';
import { seedTokens } from './seed-tokens';
import { seedTopics } from './seed-topics';

/** A pretend internet is on this machine and tells its news within seconds. */
const WORLD_INTERVAL_SECONDS = 5;

/** Brings the catalogues in line with the data in `db/seed`, or with a simulated world's manifest. Idempotent. */
export async function seedDesk(world: WorldManifest | undefined, now: Date): Promise<void> {
  await claimInstallation(world ? 'simulated' : 'real', now);
  await seedTokens();
  await seedTopics();
  await seedMarkets();
  await seedFeeds(world ? feedsOfWorld(world) : readFeedCatalogue(), now);
}

function feedsOfWorld(world: WorldManifest): readonly CatalogueFeed[] {
  return world.sources.flatMap(({ feeds, ...source }) =>
    feeds.map(({ url }) => ({
      source: { ...source, id: source.id as SourceId, country: source.country },
      url,
      provenance: 'Named by the simulated world',
      intervalSeconds: WORLD_INTERVAL_SECONDS,
    })),
  );
}
