/** The first of how many articles, as a form shows them. */
export interface ShownArticles {
  readonly count: number;
  readonly first: readonly {
    readonly path: string;
    readonly title: string;
    readonly language: string;
    readonly sourceName: string;
    /** Which words bring it in. */
    readonly why?: string;
  }[];
}

export interface ShownRehearsal {
  readonly articlesRead: number;
  readonly staying: number;
  readonly entering: ShownArticles;
  readonly leaving: ShownArticles;
}

/** Which articles of the last seven days would come to a topic, and which would go. */
export function TopicRehearsalList({ rehearsal }: { rehearsal: ShownRehearsal }) {
  const { articlesRead, staying, entering, leaving } = rehearsal;
  return (
    <>
      <p className="text-13 leading-article">
        Of {articlesRead} articles of the last seven days {entering.count} would enter, {leaving.count} would
        leave and {staying} would stay.
      </p>
      <Articles title="Would enter" articles={entering} />
      <Articles title="Would leave" articles={leaving} />
    </>
  );
}

function Articles({ title, articles }: { title: string; articles: ShownArticles }) {
  if (articles.count === 0) return null;
  return (
    <section aria-label={title} className="mt-4">
      <h3 className="border-b border-line pb-1.5 text-12">
        {title} <span className="font-normal text-faint">{articles.count}</span>
      </h3>
      <ul>
        {articles.first.map((article) => (
          <li key={article.path} className="border-b border-line py-1.5 text-13 last:border-b-0">
            <a href={article.path} lang={article.language} dir="auto" className="block text-pretty">
              {article.title}
            </a>
            <p className="text-12 text-muted">
              <bdi>{article.sourceName}</bdi>
              {article.why !== undefined && <span className="text-faint"> · {article.why}</span>}
            </p>
          </li>
        ))}
      </ul>
      {articles.count > articles.first.length && (
        <p className="pt-1 text-12 text-faint">The newest {articles.first.length} are shown.</p>
      )}
    </section>
  );
}
