import { sql } from 'drizzle-orm';
import { asRecords } from '@/db/as-records';
import type { Transaction } from '@/db/client';
import type { ArticleBond } from '@/lib/model/desk-decision';
import type { ArticleId } from '@/lib/model/ids';

export interface Pair {
  readonly one: ArticleId;
  readonly other: ArticleId;
  readonly bond: ArticleBond;
}

/** Writes what was decided of pairs; the later word replaces the earlier. */
export async function bindArticles(
  transaction: Transaction,
  pairs: readonly Pair[],
  decisionId: number,
): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map(({ one, other, bond }) => ({
    article_id: Math.min(one, other),
    other_id: Math.max(one, other),
    bond,
  }));
  await transaction.execute(sql`
    insert into article_bonds (article_id, other_id, bond, decision_id)
    select r.*, ${decisionId}::bigint from ${asRecords(rows, 'article_id bigint, other_id bigint, bond text')}
    on conflict (article_id, other_id) do update set bond = excluded.bond, decision_id = excluded.decision_id
  `);
}

/** What kept these articles apart from each other holds no longer. */
export async function loosen(transaction: Transaction, ids: readonly ArticleId[]): Promise<void> {
  const among = sql.param([...ids]);
  await transaction.execute(sql`
    delete from article_bonds
    where article_id = any(${among}) and other_id = any(${among}) and bond = 'apart'
  `);
}

/** Every one of the first kept from every one of the others. */
export function apart(some: readonly ArticleId[], others: readonly ArticleId[]): readonly Pair[] {
  return some.flatMap((one) => others.map((other) => ({ one, other, bond: 'apart' as const })));
}

/** Each bound to the first: whoever holds with the first holds with all. */
export function together([first, ...others]: readonly ArticleId[]): readonly Pair[] {
  return first === undefined ? [] : others.map((other) => ({ one: first, other, bond: 'together' as const }));
}
