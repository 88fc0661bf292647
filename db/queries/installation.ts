import { installation } from '@/db/schema/installation';
import { database } from '@/db/client';

/** What this database is for; `undefined` before the first start has said. */
export async function readInstallation(): Promise<Installation | undefined> {
  const [row] = await database()
    .select({ world: installation.world, catalogueHash: installation.catalogueHash })
    .from(installation);
  return row && { ...row, catalogueHash: row.catalogueHash ?? undefined };
}

export interface Installation {
  readonly world: 'real' | 'simulated';
  /** Of the catalogue files last brought in; `undefined` before the first. */
  readonly catalogueHash: string | undefined;
}
