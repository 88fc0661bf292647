import type { Metadata } from 'next';
import type { ArticlePage } from '@/db/queries/article';

const MAX_DESCRIPTION_CHARS = 200;

/** The page points search engines to where the words come from, and keeps copies out of them. */
export function articleMetadata(article: ArticlePage): Metadata {
  const description = clip(article.dek ?? article.bodyText);
  return {
    title: article.title,
    description,
    alternates: { canonical: originOf(article) },
    ...(article.repost ? { robots: { index: false, follow: true } } : {}),
    openGraph: {
      type: 'article',
      siteName: 'Tapewire',
      title: article.title,
      description,
      ...(article.claimedAt ? { publishedTime: article.claimedAt.toISOString() } : {}),
      ...(article.image ? { images: [article.image.url] } : {}),
    },
    twitter: { card: article.image ? 'summary_large_image' : 'summary' },
  };
}

/** The same for machines that read JSON-LD. */
export function NewsArticleData({ article }: { article: ArticlePage }) {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    inLanguage: article.language,
    mainEntityOfPage: originOf(article),
    ...(article.repost ? { isBasedOn: originOf(article) } : {}),
    ...(article.claimedAt ? { datePublished: article.claimedAt.toISOString() } : {}),
    ...(article.revisedAt ? { dateModified: article.revisedAt.toISOString() } : {}),
    ...(article.dek === undefined ? {} : { description: article.dek }),
    ...(article.image ? { image: [article.image.url] } : {}),
    ...(article.author === undefined ? {} : { author: { '@type': 'Person', name: article.author } }),
    publisher: { '@type': 'NewsMediaOrganization', name: article.source.name, url: article.siteUrl },
  };
  // A title that holds </script> must not end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

function originOf(article: ArticlePage): string {
  return article.original?.url ?? article.attribution?.url ?? article.canonicalUrl;
}

/** Up to a whole word. */
function clip(text: string): string {
  if (text.length <= MAX_DESCRIPTION_CHARS) return text;
  return `${text.slice(0, MAX_DESCRIPTION_CHARS).replace(/\s+\S*$/u, '')}…`;
}
