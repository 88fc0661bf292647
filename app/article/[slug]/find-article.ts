import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { decodeSegment } from '@/app/_desk/decode-segment';
import { readArticle, type ArticlePage } from '@/db/queries/article';
import type { ArticleId } from '@/lib/model/ids';
import { articlePath, trailingId } from '@/lib/model/paths';

/** The article its address ends in. An address with other words leads on to the right one; no article, no page. */
export const findArticle = cache(async (segment: string): Promise<ArticlePage> => {
  const id = trailingId(decodeSegment(segment));
  const article = id === undefined ? undefined : await readArticle(id as ArticleId);
  if (!article) notFound();
  const path = articlePath(article);
  if (decodeSegment(path) !== `/article/${decodeSegment(segment)}`) permanentRedirect(path);
  return article;
});
