import { sql } from 'drizzle-orm';
import { asRecords } from '@/db/as-records';
import type { Transaction } from '@/db/client';
import type { HeadlineChange } from '@/lib/model/headline-change';
import type { ArticleId } from '@/lib/model/ids';

export interface ChangeToRecord extends Omit<HeadlineChange, 'at'> {
  readonly articleId: ArticleId;
}

/** Adds lines to the headline ledger. */
export async function recordHeadlineChanges(
  transaction: Transaction,
  changes: readonly ChangeToRecord[],
  at: Date,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ articleId, ...change }) => ({ article_id: articleId, ...change }));
  await transaction.execute(sql`
    insert into headline_changes (article_id, kind, before, after, at)
    select r.*, ${at.toISOString()}::timestamptz
    from ${asRecords(rows, 'article_id bigint, kind text, before text, after text')}
  `);
}
