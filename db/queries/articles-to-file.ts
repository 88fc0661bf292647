import { and, asc, eq, gt, gte, isNull, min, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, articleTokens, articleTopics } from '@/db/schema/articles';
import { sources } from '@/db/schema/feeds';
import type { ArticleId, TopicId } from '@/lib/model/ids';
import type { ArticleToFile } from '@/lib/model/topic-rehearsal';

/** So much of a text is looked at for topics, and no more is read for them. */
const MAX_TEXT_CHARS = 6_000;
const PORTION = 400;

/** The visible articles first seen since then, in portions, with what decides whether they belong to a topic. */
export async function* readArticlesToFile(
  topicId: TopicId,
  since: Date,
): AsyncGenerator<readonly ArticleToFile[]> {
  const [first] = await database()
    .select({ id: min(articles.id) })
    .from(articles)
    .where(gte(articles.firstSeenAt, since));
  let after = Number(first?.id ?? 0) - 1;
  for (;;) {
    const rows = await readPortion(topicId, since, after);
    if (rows.length > 0) yield rows.map(toArticle);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PORTION) return;
    after = last.id;
  }
}

function readPortion(topicId: TopicId, since: Date, after: number) {
  // Chosen by their ids alone first: texts and tags are read of these, not of all that might be chosen.
  const chosen = database()
    .select({ id: articles.id })
    .from(articles)
    .where(
      and(gt(articles.id, after as ArticleId), gte(articles.firstSeenAt, since), isNull(articles.hiddenAt)),
    )
    .orderBy(asc(articles.id))
    .limit(PORTION)
    .as('chosen');
  return database()
    .select({
      id: articles.id,
      slug: articles.slug,
      title: articles.title,
      dek: articles.dek,
      bodyText: sql<string>`left(${articles.bodyText}, ${MAX_TEXT_CHARS})`,
      language: articles.language,
      at: articles.sortedAt,
      source: { id: sources.id, name: sources.name },
      tokens: tokensColumn,
      isFiled: sql<boolean>`exists (select 1 from ${articleTopics} filed
        where filed.article_id = ${articles.id} and filed.topic_id = ${topicId})`,
    })
    .from(chosen)
    .innerJoin(articles, eq(articles.id, chosen.id))
    .innerJoin(sources, eq(sources.id, articles.sourceId))
    .orderBy(asc(articles.id));
}

function toArticle(row: Awaited<ReturnType<typeof readPortion>>[number]): ArticleToFile {
  return { ...row, dek: row.dek ?? undefined };
}

const tokensColumn = sql<ArticleToFile['tokens']>`coalesce((
  select json_agg(json_build_object('tokenId', tag.token_id, 'field', tag.field, 'matchedText', tag.matched_text)
    order by tag.role = 'primary' desc, tag.score desc)
  from ${articleTokens} tag where tag.article_id = ${articles.id}), '[]')`;
