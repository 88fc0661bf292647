import { sql, type SQL } from 'drizzle-orm';
import { database } from '@/db/client';

/** What an operator decided of an article's tags: what it is about, and what it is not. */
export interface TagCase {
  readonly task: 'tags';
  readonly article: CaseArticle & { readonly dek: string | null; readonly bodyText: string };
  readonly tokens: readonly string[];
  readonly main: string | null;
  readonly never: readonly string[];
  readonly decidedAt: string;
}

/** What an operator decided of two articles: one event, or two. */
export interface PairCase {
  readonly task: 'stories';
  readonly bond: 'together' | 'apart';
  readonly article: CaseArticle;
  readonly other: CaseArticle;
  readonly decidedAt: string;
}

interface CaseArticle {
  readonly id: number;
  readonly url: string;
  readonly source: string;
  readonly language: string;
  readonly title: string;
  readonly firstSeenAt: string;
}

/** Articles whose tags were decided by hand and not handed back, as they stand now; after `after`, by id. */
export async function readTagCases(after: number, limit: number): Promise<readonly TagCase[]> {
  const { rows } = await database().execute<{ labelled: TagCase }>(sql`
    with decided as (
      select touched.id::bigint as article_id, max(d.at) as at
      from desk_decisions d, jsonb_array_elements_text(d.subject -> 'articleIds') as touched(id)
      where d.undone_at is null and d.kind in ('retag-article', 'lock-tags', 'settle-report')
      group by touched.id
    )
    select jsonb_build_object('task', 'tags',
      'article', ${ARTICLE} || jsonb_build_object('dek', a.dek, 'bodyText', a.body_text),
      'tokens', (select coalesce(jsonb_agg(t.token_id order by t.role = 'primary' desc, t.token_id), '[]')
        from article_tokens t where t.article_id = a.id),
      'main', (select t.token_id from article_tokens t where t.article_id = a.id and t.role = 'primary'),
      'never', (select coalesce(jsonb_agg(x.token_id order by x.token_id), '[]')
        from removed_tags x where x.article_id = a.id),
      'decidedAt', d.at) as labelled
    from decided d join articles a on a.id = d.article_id
    where a.id > ${after} order by a.id limit ${limit}
  `);
  return rows.map(({ labelled }) => labelled);
}

/** Pairs put together or apart, after the pair of these two ids. */
export async function readPairCases(
  after: { readonly id: number; readonly otherId: number },
  limit: number,
): Promise<readonly PairCase[]> {
  const { rows } = await database().execute<{ labelled: PairCase }>(sql`
    select jsonb_build_object('task', 'stories', 'bond', b.bond, 'article', ${ARTICLE}, 'other', ${OTHER},
      'decidedAt', d.at) as labelled
    from article_bonds b
    join articles a on a.id = b.article_id join articles o on o.id = b.other_id
    join desk_decisions d on d.id = b.decision_id
    where (b.article_id, b.other_id) > (${after.id}::bigint, ${after.otherId}::bigint)
    order by b.article_id, b.other_id limit ${limit}
  `);
  return rows.map(({ labelled }) => labelled);
}

const ARTICLE = describe('a');
const OTHER = describe('o');

function describe(alias: 'a' | 'o'): SQL {
  const row = sql.raw(alias);
  return sql`jsonb_build_object('id', ${row}.id, 'url', ${row}.canonical_url, 'source', ${row}.source_id,
    'language', ${row}.language, 'title', ${row}.title, 'firstSeenAt', ${row}.first_seen_at)`;
}
