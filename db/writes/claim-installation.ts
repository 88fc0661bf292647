import { database } from '@/db/client';
import { readInstallation } from '@/db/queries/installation';
import { installation } from '@/db/schema/installation';

class InstallationError extends Error {
  override name = 'InstallationError';
}

/**
 * Says once what this database is for, and holds every later start to it.
 * @throws {InstallationError} when a real desk opens a simulated database, or the reverse.
 */
export async function claimInstallation(world: 'real' | 'simulated', now: Date): Promise<void> {
  await database().insert(installation).values({ world, createdAt: now }).onConflictDoNothing();
  const claimed = await readInstallation();
  if (claimed?.world === world) return;
  throw new InstallationError(
    `This database belongs to a ${claimed?.world} desk and this start is ${world}. ` +
      'Real and simulated news and prices are never mixed: choose another DATA_DIR or DATABASE_URL.',
  );
}
