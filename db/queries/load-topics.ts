import { asc } from 'drizzle-orm';
import { database } from '@/db/client';
import { topics } from '@/db/schema/tokens';
import type { Topic } from '@/lib/model/topic';

/** Every topic with its rules, in the order a reader sees them. */
export async function loadTopics(): Promise<readonly Topic[]> {
  return database()
    .select({
      id: topics.id,
      name: topics.name,
      description: topics.description,
      words: topics.words,
      tokenIds: topics.tokenIds,
      sourceIds: topics.sourceIds,
      languages: topics.languages,
    })
    .from(topics)
    .orderBy(asc(topics.position));
}
