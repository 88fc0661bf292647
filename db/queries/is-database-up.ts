import { sql } from 'drizzle-orm';
import { database } from '@/db/client';

/** Whether the database answers at all, within a time. */
export async function isDatabaseUp(withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function ask(): Promise<boolean> {
  await database().execute(sql`select 1`);
  return true;
}
