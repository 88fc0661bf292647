import { formatMoment } from '@/lib/core/format-time';
import type { PreviewArticle, PreviewedFeed, PreviewToken } from '@/lib/model/feed-preview';

const FORMAT_WORDS: Readonly<Record<PreviewedFeed['format'], string>> = {
  rss: 'RSS',
  rdf: 'RDF',
  atom: 'Atom',
  json: 'JSON Feed',
};

/** What the desk would make of the feed: remarks first, then the items as they would stand in a list. */
export function PreviewArticles({ preview, zone }: { preview: PreviewedFeed; zone: string }) {
  const { title, url, format, items, articles, remarks } = preview;
  return (
    <section aria-labelledby="preview" className="min-w-0">
      <h2 id="preview" dir="auto" className="text-15">
        {title ?? url}
      </h2>
      <p className="mt-0.5 text-12 break-words text-muted">
        {FORMAT_WORDS[format]} · {items} {items === 1 ? 'item' : 'items'} · {url}
      </p>
      {remarks.length > 0 && (
        <ul
          aria-label="Remarks"
          className="mt-3 grid gap-1 border-s-2 border-faint ps-3 text-12 leading-article"
        >
          {remarks.map((remark) => (
            <li key={remark} className="text-pretty break-words">
              {remark}
            </li>
          ))}
        </ul>
      )}
      {articles.length > 0 && (
        <ol className="mt-3 border-t border-line">
          {articles.map((article) => (
            <Item key={article.url} article={article} zone={zone} />
          ))}
        </ol>
      )}
      {items > articles.length && articles.length > 0 && (
        <p className="pt-2 text-12 text-faint">The newest {articles.length} are shown.</p>
      )}
    </section>
  );
}

function Item({ article, zone }: { article: PreviewArticle; zone: string }) {
  return (
    <li className="border-b border-line py-2.5">
      <p lang={article.language} dir="auto" className="text-15 font-semibold text-pretty">
        {article.title}
      </p>
      {article.excerpt !== undefined && (
        <p lang={article.language} dir="auto" className="mt-0.5 line-clamp-2 text-13 text-pretty text-muted">
          {article.excerpt}
        </p>
      )}
      <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-12 text-muted">
        <span>
          {article.claimedAt ? formatMoment(article.claimedAt, zone) : 'no date: will stand by first sight'}
        </span>
        {article.tokens.map((token) => (
          <Tag key={token.id} token={token} />
        ))}
      </p>
    </li>
  );
}

function Tag({ token }: { token: PreviewToken }) {
  const why = `${token.name}, for the words “${token.matchedText}”`;
  return (
    <span title={why}>
      <span className={token.isPrimary ? 'font-semibold text-text' : ''}>{token.symbol}</span>
      <span className="sr-only"> ({why})</span>
    </span>
  );
}
