import type { WorldManifest } from '@/lib/system/world';
import { claimInstallation } from './claim-installation';
import { seedFeeds } from './seed-feeds';
import { seedMarkets } from './seed-markets';
import { seedTokens } from './seed-tokens';
import { seedTopics } from './seed-topics';

/** Brings the catalogues in line with the data in `db/seed`, or with a simulated world's manifest. Idempotent. */
export async function seedDesk(world: WorldManifest | undefined, now: Date): Promise<void> {
  await claimInstallation(world ? 'simulated' : 'real', now);
  await seedTokens();
  await seedTopics();
  await seedMarkets();
  await seedFeeds(world?.sources);
}
