import { escapeText } from '@/e2e/world/news/html';
import type { Item } from '@/e2e/world/news/item';
import type { Outlet } from '@/e2e/world/news/outlets';

const FEED_TYPES = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  rdf: 'application/rdf+xml',
  json: 'application/feed+json',
};

/** An article's page as newsrooms make them: cards for social media, a canonical address, the text. */
export function articlePage(item: Item, origin: string): string {
  const { outlet, picture, repostOf } = item;
  // A careful aggregator says whose text it is; the other one keeps the visitors.
  const canonical = repostOf && outlet.feed.fullText ? repostOf.url : `${origin}${item.path}`;
  const image = picture && `${origin}${picture.path}`;
  const published = new Date(item.publishedAt).toISOString();
  const head = [
    `<title>${escapeText(item.title)} | ${escapeText(outlet.name)}</title>`,
    `<meta name="description" content="${escapeText(item.dek)}">`,
    `<link rel="canonical" href="${escapeText(canonical)}">`,
    `<meta property="og:type" content="article">`,
    `<meta property="og:site_name" content="${escapeText(outlet.name)}">`,
    `<meta property="og:title" content="${escapeText(item.title)}">`,
    `<meta property="og:description" content="${escapeText(item.dek)}">`,
    `<meta property="og:url" content="${escapeText(canonical)}">`,
    ...(image ? [`<meta property="og:image" content="${image}">`] : []),
    `<meta property="article:published_time" content="${published}">`,
    `<meta property="article:modified_time" content="${new Date(item.updatedAt).toISOString()}">`,
  ];
  const figure =
    picture && image ? `<img src="${image}" alt="${escapeText(picture.alt)}" width="1200" height="675">` : '';
  const body = `<article>
<h1>${escapeText(item.title)}</h1>
<p class="dek">${escapeText(item.dek)}</p>
<p class="by">${escapeText(outlet.byline)} · <time datetime="${published}">${published}</time></p>
${figure}
${item.html}
</article>`;
  return layout({ outlet, origin, head, body });
}

/** An outlet's front page: its newest articles, or those of one theme. */
export function frontPage(outlet: Outlet, items: readonly Item[], origin: string): string {
  const rows = items.map(
    (item) =>
      `<li><a href="${origin}${item.path}">${escapeText(item.title)}</a> <time>${new Date(item.publishedAt).toISOString()}</time></li>`,
  );
  const head = [`<title>${escapeText(outlet.name)}: ${escapeText(outlet.tagline)}</title>`];
  const body = `<h1>${escapeText(outlet.name)}</h1><p>${escapeText(outlet.tagline)}</p><ul>${rows.join('\n')}</ul>`;
  return layout({ outlet, origin, head, body });
}

function layout({ outlet, origin, head, body }: PageParts): string {
  const { format, file } = outlet.feed;
  const feed = `${origin}/outlets/${outlet.slug}/${file}`;
  return `<!DOCTYPE html>
<html lang="${outlet.language}" dir="${outlet.language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head.join('\n')}
<link rel="alternate" type="${FEED_TYPES[format]}" title="${escapeText(outlet.name)}" href="${feed}">
<style>body{font:17px/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c1f26}img{max-width:100%;height:auto;border-radius:6px}.dek{font-size:1.15em;color:#4a5060}.by,time{color:#7a8090;font-size:.85em}blockquote{border-inline-start:3px solid #c9cede;margin-inline:0;padding-inline-start:1rem;color:#3c4250}</style>
</head>
<body>
<header><a href="${origin}/outlets/${outlet.slug}/">${escapeText(outlet.name)}</a></header>
${body}
<footer><p>${escapeText(outlet.name)} is invented. Nothing here is news.</p></footer>
</body>
</html>
`;
}

interface PageParts {
  readonly outlet: Outlet;
  readonly origin: string;
  readonly head: readonly string[];
  readonly body: string;
}
