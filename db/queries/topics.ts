import { asc, eq, inArray } from 'drizzle-orm';
import { tokenQuotes } from '@/db/schema/market';
import { tokens, topics } from '@/db/schema/tokens';
import { database } from '@/db/client';
import type { PricedToken, TopicLabel } from '@/lib/model/headline';
import type { TopicId } from '@/lib/model/ids';
import { pricedTokenColumns, toPricedToken } from './select-token';

/** Every topic in its place, as the chips show them. */
export async function readTopics(): Promise<readonly (TopicLabel & { readonly description: string })[]> {
  return database()
    .select({ id: topics.id, name: topics.name, description: topics.description })
    .from(topics)
    .orderBy(asc(topics.position), asc(topics.name));
}

export interface TopicPage extends TopicLabel {
  readonly description: string;
  readonly tokens: readonly PricedToken[];
}

/** One topic with the tokens that belong to it; `undefined` where there is none of that name. */
export async function readTopic(id: TopicId): Promise<TopicPage | undefined> {
  const [topic] = await database().select().from(topics).where(eq(topics.id, id));
  if (!topic) return undefined;
  return {
    id: topic.id,
    name: topic.name,
    description: topic.description,
    tokens: await readPricedTokens(topic.tokenIds),
  };
}

async function readPricedTokens(ids: TopicPage['tokens'][number]['id'][]): Promise<readonly PricedToken[]> {
  if (ids.length === 0) return [];
  const rows = await database()
    .select(pricedTokenColumns)
    .from(tokens)
    .leftJoin(tokenQuotes, eq(tokenQuotes.tokenId, tokens.id))
    .where(inArray(tokens.id, ids))
    .orderBy(asc(tokens.rank));
  return rows.map(toPricedToken);
}
