import { sql } from 'drizzle-orm';
import { asRecords } from '@/db/as-records';
import type { Transaction } from '@/db/client';
import type { TaggedArticle } from '@/lib/model/article';
import type { ArticleId } from '@/lib/model/ids';

export interface RefusalsToWrite {
  readonly articleId: ArticleId;
  readonly article: Pick<TaggedArticle, 'refused'>;
}

/** Notes which tokens the linker refused for articles, in the place of what it refused before. */
export async function writeRefusals(
  transaction: Transaction,
  read: readonly RefusalsToWrite[],
  { now, linkerVersion }: { readonly now: Date; readonly linkerVersion: number },
): Promise<void> {
  const ids = sql.param(read.map(({ articleId }) => articleId));
  await transaction.execute(sql`delete from refused_tags where article_id = any(${ids})`);
  const rows = read.flatMap(({ articleId, article }) =>
    (article.refused ?? []).map((refusal) => ({
      article_id: articleId,
      token_id: refusal.tokenId,
      field: refusal.field,
      matched_text: refusal.matchedText,
      reason: refusal.reason,
    })),
  );
  if (rows.length === 0) return;
  await transaction.execute(sql`
    insert into refused_tags (article_id, token_id, field, matched_text, reason, linker_version, at)
    select r.*, ${linkerVersion}::int, ${now.toISOString()}::timestamptz from ${asRecords(rows, COLUMNS)}
  `);
}

const COLUMNS = 'article_id bigint, token_id text, field text, matched_text text, reason text';
