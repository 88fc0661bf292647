import { createHash } from 'node:crypto';
import type { Article } from '@/lib/model/article';
import { toKey } from './plain-text';

/** Below this, two bodies may be alike by chance. */
const MIN_COMPARABLE_CHARS = 200;

/** SHA-256 in hex over what makes an article this article, by wording, by title and by body. */
export function hashArticle(
  article: Pick<Article, 'title' | 'dek' | 'bodyText'>,
): Pick<Article, 'contentHash' | 'titleHash' | 'bodyHash'> {
  const titleKey = toKey(article.title);
  const bodyKey = toKey(article.bodyText);
  return {
    contentHash: sha256([article.title, article.dek ?? '', article.bodyText].join('\n')),
    // A title without a single letter or digit is compared as it stands.
    titleHash: sha256(titleKey === '' ? article.title : titleKey),
    bodyHash: bodyKey.length < MIN_COMPARABLE_CHARS ? undefined : sha256(bodyKey),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
