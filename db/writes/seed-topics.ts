import { isNull, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { topics } from '@/db/schema/tokens';
import { readTopicCatalogue } from '@/db/seed/read-topic-catalogue';

/**
 * Brings the topics in line with the catalogue, in its order. One that left it stays, for articles point to it, and one
 * that an operator edited stays as edited.
 */
export async function seedTopics(): Promise<void> {
  const rows = readTopicCatalogue().map((topic, position) => ({
    ...topic,
    words: [...topic.words],
    tokenIds: [...topic.tokenIds],
    sourceIds: [...topic.sourceIds],
    languages: [...topic.languages],
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
        sourceIds: sql`excluded.source_ids`,
        languages: sql`excluded.languages`,
        position: sql`excluded.position`,
      },
      setWhere: isNull(topics.editedAt),
    });
}
