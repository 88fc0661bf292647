import { asc, eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { refusedTags } from '@/db/schema/articles';
import { tokens } from '@/db/schema/tokens';
import type { ArticleId } from '@/lib/model/ids';
import type { RefusedTag } from '@/lib/model/tag';

export interface RefusedToken extends RefusedTag {
  readonly symbol: string;
  readonly name: string;
  readonly linkerVersion: number;
}

/** Which tokens the linker considered for an article and refused, the title's first; none after a week. */
export async function readRefusedTags(articleId: ArticleId): Promise<readonly RefusedToken[]> {
  return database()
    .select({
      tokenId: refusedTags.tokenId,
      symbol: tokens.symbol,
      name: tokens.name,
      field: refusedTags.field,
      matchedText: refusedTags.matchedText,
      reason: refusedTags.reason,
      linkerVersion: refusedTags.linkerVersion,
    })
    .from(refusedTags)
    .innerJoin(tokens, eq(tokens.id, refusedTags.tokenId))
    .where(eq(refusedTags.articleId, articleId))
    .orderBy(
      sql`array_position(array['title', 'lede', 'body'], ${refusedTags.field})`,
      asc(refusedTags.tokenId),
    );
}
