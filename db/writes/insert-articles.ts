import { sql } from 'drizzle-orm';
import { asRecords } from '@/db/as-records';
import type { Transaction } from '@/db/client';
import { toSlug } from '@/lib/core/slug';
import type { TaggedArticle } from '@/lib/model/article';
import type { FeedToPoll } from '@/lib/model/feed';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { Placement } from '@/lib/model/placement';

/** An article with its place and the ids that were reserved for it. */
export interface PlacedArticle {
  readonly articleId: ArticleId;
  readonly storyId: StoryId;
  readonly article: TaggedArticle;
  readonly placement: Placement;
  /** Of the model that placed it. */
  readonly modelVersion: number;
}

/** The stories that articles open, counted as if nobody had joined them yet. */
export async function insertStories(
  transaction: Transaction,
  placed: readonly PlacedArticle[],
): Promise<void> {
  const rows = placed
    .filter(({ placement }) => placement.kind === 'opens')
    .map(({ articleId, storyId, article }) => ({
      id: storyId,
      slug: toSlug(article.title),
      title: article.title,
      lead_article_id: articleId,
      first_seen_at: article.firstSeenAt,
      last_article_at: article.claimedAt ?? article.firstSeenAt,
      repost_count: article.attribution ? 1 : 0,
    }));
  if (rows.length === 0) return;
  await transaction.execute(sql`
    insert into stories (id, slug, title, lead_article_id, first_seen_at, last_article_at, repost_count,
      article_count, publisher_count)
    overriding system value
    select r.*, 1, 1 from ${asRecords(rows, STORY_COLUMNS)}
  `);
}

export async function insertArticles(
  transaction: Transaction,
  placed: readonly PlacedArticle[],
  feed: Pick<FeedToPoll, 'id' | 'source'>,
): Promise<void> {
  const rows = placed.map(toRow);
  await transaction.execute(sql`
    insert into articles (id, guid, url, canonical_url, slug, title, dek, body_html, body_text, author, language,
      image_url, image_alt, categories, claimed_at, claim_clamped, first_seen_at, content_hash, title_hash, body_hash,
      attribution, repost_of_id, story_id, story_relation, story_evidence, story_score, story_features,
      model_version, source_id, feed_id)
    overriding system value
    select r.*, ${feed.source.id}::text, ${feed.id}::bigint from ${asRecords(rows, ARTICLE_COLUMNS)}
  `);
}

function toRow({ articleId, storyId, article, placement, modelVersion }: PlacedArticle) {
  const joins = placement.kind === 'joins' ? placement : undefined;
  return {
    id: articleId,
    guid: article.guid,
    url: article.url,
    canonical_url: article.canonicalUrl,
    slug: toSlug(article.title),
    title: article.title,
    dek: article.dek,
    body_html: article.bodyHtml,
    body_text: article.bodyText,
    author: article.author,
    language: article.language,
    image_url: article.image?.url,
    image_alt: article.image?.alt,
    categories: article.categories,
    claimed_at: article.claimedAt,
    claim_clamped: article.claimClamped,
    first_seen_at: article.firstSeenAt,
    content_hash: article.contentHash,
    title_hash: article.titleHash,
    body_hash: article.bodyHash,
    attribution: article.attribution,
    repost_of_id: joins?.relation === 'repost' ? joins.repostOfId : undefined,
    story_id: storyId,
    ...decisionOf(placement),
    story_relation: joins?.relation ?? 'origin',
    model_version: modelVersion,
  };
}

/** What decided, in words and, where kinship did, in figures. */
function decisionOf(placement: Placement) {
  if (placement.kind === 'opens') return {};
  const fit = placement.relation === 'repost' ? undefined : placement.fit;
  return { story_evidence: placement.evidence, story_score: fit?.score, story_features: fit?.features };
}

const STORY_COLUMNS = `id bigint, slug text, title text, lead_article_id bigint, first_seen_at timestamptz,
  last_article_at timestamptz, repost_count int`;

const ARTICLE_COLUMNS = `id bigint, guid text, url text, canonical_url text, slug text, title text, dek text,
  body_html text, body_text text, author text, language text, image_url text, image_alt text, categories text[],
  claimed_at timestamptz, claim_clamped boolean, first_seen_at timestamptz, content_hash text, title_hash text,
  body_hash text, attribution jsonb, repost_of_id bigint, story_id bigint, story_relation text, story_evidence text,
  story_score real, story_features jsonb, model_version int`;
