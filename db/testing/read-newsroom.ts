import { asc, eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { articles, articleTokens, stories } from '@/db/schema/articles';
import { operators } from '@/db/schema/operators';
import type { ArticleId, StoryId } from '@/lib/model/ids';

/** An operator of the test's database. */
export async function addOperator(id: string): Promise<{ readonly id: string }> {
  await database()
    .insert(operators)
    .values({ id, name: id, email: `${id}@desk.example` });
  return { id };
}

/** The decision's id; a refusal fails the test with its reason. */
export function idOf(result: Result): number {
  if (result.kind === 'refused') throw new Error(result.words);
  return result.decisionId;
}

export async function storyRow(id: StoryId) {
  const [row] = await database().select().from(stories).where(eq(stories.id, id));
  if (!row) throw new Error(`There is no story ${id}.`);
  return row;
}

export async function articleRow(id: ArticleId) {
  const [row] = await database().select().from(articles).where(eq(articles.id, id));
  if (!row) throw new Error(`There is no article ${id}.`);
  return row;
}

/** Token and role of each tag, the linker's and the operator's. */
export async function tagsOf(id: ArticleId): Promise<readonly string[]> {
  const rows = await database()
    .select()
    .from(articleTokens)
    .where(eq(articleTokens.articleId, id))
    .orderBy(asc(articleTokens.tokenId));
  return rows.map(({ tokenId, role, decidedBy }) => `${tokenId} ${role} ${decidedBy}`);
}

/** Everything that the stories, their articles and what was decided of pairs come to, to compare before with after. */
export async function wholeNewsroom(): Promise<unknown> {
  const { rows } = await database().execute(sql`
    select
      (select jsonb_agg(to_jsonb(s) order by id) from stories s) as stories,
      (select jsonb_agg(to_jsonb(a) order by id) from articles a) as articles,
      (select jsonb_agg(to_jsonb(t) order by article_id, token_id) from article_tokens t) as tags,
      (select jsonb_agg(to_jsonb(x) order by article_id, token_id) from removed_tags x) as removed,
      (select jsonb_agg(to_jsonb(b) order by article_id, other_id) from article_bonds b) as bonds,
      (select jsonb_agg(to_jsonb(r) order by id) from reports r) as reports
  `);
  return rows;
}

type Result =
  | { readonly kind: 'done'; readonly decisionId: number }
  | { readonly kind: 'refused'; readonly words: string };
