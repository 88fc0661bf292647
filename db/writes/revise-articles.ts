import { sql } from 'drizzle-orm';
import { asRecords } from '@/db/as-records';
import type { Transaction } from '@/db/client';
import type { TaggedArticle } from '@/lib/model/article';
import type { ArticleId } from '@/lib/model/ids';
import { recordHeadlineChanges, type ChangeToRecord } from './record-headline-changes';
import { writeRefusals } from './write-refusals';
import { rewriteTags } from './write-tags';

/** How a known article came this time. */
export interface Revision {
  readonly articleId: ArticleId;
  readonly article: TaggedArticle;
  /** Under which id and address it is known from now on. */
  readonly guid: string;
  readonly url: string;
  readonly canonicalUrl: string;
  /** Its wording changed, not only its id, its address or that it is listed again. */
  readonly isReworded: boolean;
  readonly changes: readonly Omit<ChangeToRecord, 'articleId'>[];
}

/**
 * Takes over changed wordings and the tags that follow from them, and new ids and addresses. An article keeps its slug,
 * its times and its place; a body or standfirst that is suddenly missing does not wipe out the one we have.
 */
export async function reviseArticles(
  transaction: Transaction,
  revised: readonly Revision[],
  { now, linkerVersion }: { readonly now: Date; readonly linkerVersion: number },
): Promise<void> {
  await transaction.execute(sql`
    update articles a set
      guid = r.guid, url = r.url, canonical_url = r.canonical_url,
      title = r.title, title_hash = r.title_hash, content_hash = r.content_hash,
      dek = coalesce(r.dek, a.dek),
      body_text = case when r.body_html is null then a.body_text else r.body_text end,
      body_hash = case when r.body_html is null then a.body_hash else r.body_hash end,
      body_html = coalesce(r.body_html, a.body_html),
      image_alt = case when r.image_url is null then a.image_alt else r.image_alt end,
      image_url = coalesce(r.image_url, a.image_url),
      revised_at = case when r.is_reworded then ${now.toISOString()}::timestamptz else a.revised_at end,
      withdrawn_at = null
    from ${asRecords(revised.map(toRow), REVISION_COLUMNS)}
    where a.id = r.id
  `);
  const reworded = revised.filter(({ isReworded }) => isReworded);
  if (reworded.length > 0) {
    await rewriteTags(transaction, reworded, linkerVersion);
    await writeRefusals(transaction, reworded, { now, linkerVersion });
    await retitleStories(
      transaction,
      reworded.map(({ articleId }) => articleId),
    );
  }
  const changes = revised.flatMap(({ articleId, changes: made }) =>
    made.map((change) => ({ articleId, ...change })),
  );
  await recordHeadlineChanges(transaction, changes, now);
}

/** A story bears its lead's title. */
async function retitleStories(transaction: Transaction, ids: readonly ArticleId[]): Promise<void> {
  await transaction.execute(sql`
    update stories set title = a.title from articles a
    where a.id = any(${sql.param([...ids])}) and stories.id = a.story_id and stories.lead_article_id = a.id
  `);
}

function toRow({ articleId, article, guid, url, canonicalUrl, isReworded }: Revision) {
  return {
    id: articleId,
    guid,
    url,
    canonical_url: canonicalUrl,
    title: article.title,
    title_hash: article.titleHash,
    content_hash: article.contentHash,
    dek: article.dek,
    body_html: article.bodyHtml,
    body_text: article.bodyText,
    body_hash: article.bodyHash,
    image_url: article.image?.url,
    image_alt: article.image?.alt,
    is_reworded: isReworded,
  };
}

const REVISION_COLUMNS = `id bigint, guid text, url text, canonical_url text, title text, title_hash text, content_hash text,
  dek text, body_html text, body_text text, body_hash text, image_url text, image_alt text, is_reworded boolean`;
