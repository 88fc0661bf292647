import { sql } from 'drizzle-orm';
import { database } from '@/db/client';

/** Lets the database count again what it plans its answers by. */
export async function refreshStatistics(): Promise<void> {
  await database().execute(sql`analyze feeds, stories, articles, article_tokens, article_topics`);
}
