import { installation } from '@/db/schema/installation';
import { database } from '@/db/client';

/** What this database is for; `undefined` before the first start has said. */
export async function readInstallation(): Promise<{ world: 'real' | 'simulated' } | undefined> {
  const [row] = await database().select({ world: installation.world }).from(installation);
  return row;
}
