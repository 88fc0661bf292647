import type { ArticlePage } from '@/db/queries/article';
import { siteOf } from '@/lib/core/url';
import { signImage } from '@/lib/reader/image-address';

const PICTURE = { width: 672, height: 336 };

/** The picture and as many of the article's words as its feed gives away. */
export function ArticleBody({ article }: { article: ArticlePage }) {
  return (
    <div className="mt-5 max-w-[72ch] text-15">
      {article.image && (
        <img
          src={signImage(article.image.url, PICTURE.width * 2)}
          alt={article.image.alt ?? ''}
          {...PICTURE}
          className="mb-5 aspect-2/1 h-auto w-full rounded-4 border border-line bg-surface object-cover"
        />
      )}
      {article.bodyHtml === undefined ? null : (
        // Cleaned by an allow-list before it was stored.
        <div
          lang={article.language}
          dir="auto"
          className="article-body"
          dangerouslySetInnerHTML={{ __html: article.bodyHtml }}
        />
      )}
      <p className="mt-5 text-13">
        <a href={article.url} rel="noopener" className="underline">
          {article.bodyHtml === undefined ? 'Read the article' : 'Continue'} at{' '}
          {siteOf(article.url) ?? article.source.name}
        </a>
      </p>
    </div>
  );
}
