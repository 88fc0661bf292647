import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { topics } from '@/db/schema/tokens';
import { readTopicCatalogue } from '@/db/seed/read-topic-catalogue';

/** Brings the topics in line with the catalogue, in its order. A topic that left it stays: articles point to it. */
export async function seedTopics(): Promise<void> {
  const rows = readTopicCatalogue().map((topic, position) => ({
    ...topic,
    words: [...topic.words],
    tokenIds: [...topic.tokenIds],
    position,
  }));
  await database()
    .insert(topics)
    .values(rows)
    .onConflictDoUpdate({
      target: topics.id,
      set: {
        name: sql`excluded.name`,
        description: sql`excluded.description`,
        words: sql`excluded.words`,
        tokenIds: sql`excluded.token_ids`,
        position: sql`excluded.position`,
      },
    });
}
