import type { ArticlePage } from '@/db/queries/article';
import { chooseBody } from '@/lib/reader/choose-body';
import { signImage } from '@/lib/reader/image-address';
import { bodyShowsImage, showBody } from '@/lib/reader/show-body';

const PICTURE = { width: 672, height: 336 };

/** The picture and as many of the article's words as its feed is shown with. */
export function ArticleBody({ article }: { article: ArticlePage }) {
  const { image, language } = article;
  const { html: bodyHtml, isCut } = chooseBody(article);
  const leads = image && !(bodyHtml !== undefined && bodyShowsImage(bodyHtml, image.url));
  return (
    <div className="mt-5 max-w-[72ch] text-15">
      {leads && (
        <img
          src={signImage(image.url, PICTURE.width * 2)}
          alt={image.alt ?? ''}
          {...PICTURE}
          className="mb-5 aspect-2/1 h-auto w-full rounded-4 border border-line bg-surface object-cover"
        />
      )}
      {bodyHtml !== undefined && (
        // Cleaned by an allow-list before it was stored.
        <div
          lang={language}
          dir="auto"
          className="article-body"
          dangerouslySetInnerHTML={{ __html: showBody(bodyHtml) }}
        />
      )}
      <p className="mt-5 text-13">
        <a href={article.url} rel="noopener" className="underline">
          {isCut ? 'Read on' : bodyHtml === undefined ? 'Read the article' : 'Continue'} at{' '}
          <bdi>{article.source.name}</bdi>
        </a>
      </p>
    </div>
  );
}
