import { eq } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { topics } from '@/db/schema/tokens';
import type { TopicId } from '@/lib/model/ids';
import type { TopicSettings } from '@/lib/model/topic';

/** A topic as its editor shows it; `undefined` where there is none. */
export async function readTopicSettings(
  id: TopicId,
  within: Pick<Transaction, 'select'> = database(),
): Promise<TopicSettings | undefined> {
  const [row] = await within.select().from(topics).where(eq(topics.id, id));
  if (!row) return undefined;
  const { name, description, words, tokenIds, sourceIds, languages, editedAt } = row;
  return { name, description, words, tokenIds, sourceIds, languages, editedAt: editedAt ?? undefined };
}
