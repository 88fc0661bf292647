import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { database } from '@/db/client';
import { readInstallation } from '@/db/queries/installation';
import { installation } from '@/db/schema/installation';
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

const CATALOGUES = ['tokens.tsv', 'aliases.tsv', 'topics.json', 'markets.tsv'];
/** Raised when the way from these files to the tables changes: the same files are then brought in again. */
const CATALOGUE_VERSION = 1;

/** Brings the catalogues in line with the data in `db/seed`, or with a simulated world's manifest. Idempotent. */
export async function seedDesk(world: WorldManifest | undefined, now: Date): Promise<void> {
  await claimInstallation(world ? 'simulated' : 'real', now);
  await bringInCatalogues();
  await seedFeeds(world ? feedsOfWorld(world) : readFeedCatalogue(), now);
}

async function bringInCatalogues(): Promise<void> {
  const hash = hashCatalogues();
  const installed = await readInstallation();
  if (installed?.catalogueHash === hash) return;
  await seedTokens();
  await seedTopics();
  await seedMarkets();
  await database().update(installation).set({ catalogueHash: hash });
}

function hashCatalogues(): string {
  const hash = createHash('sha256').update(String(CATALOGUE_VERSION));
  for (const file of CATALOGUES) hash.update(readFileSync(join(process.cwd(), 'db/seed', file)));
  return hash.digest('hex');
}

function feedsOfWorld(world: WorldManifest): readonly CatalogueFeed[] {
  return world.sources.flatMap(({ feeds, ...source }) =>
    feeds.map(({ url }) => ({
      source: { ...source, id: source.id as SourceId, country: source.country },
      url,
      provenance: 'Named by the simulated world',
      fixedIntervalSeconds: WORLD_INTERVAL_SECONDS,
      fullText: 'delivered' as const,
    })),
  );
}
