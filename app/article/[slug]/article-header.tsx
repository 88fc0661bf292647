import { ShareButton } from '@/app/_client/share-button';
import type { PageTime } from '@/app/_desk/page-time';
import { TokenMention } from '@/app/_desk/token-mention';
import { DeskLink } from '@/app/_ui/desk-link';
import { Moment } from '@/app/_ui/moment';
import type { ArticlePage } from '@/db/queries/article';
import { siteOf } from '@/lib/core/url';
import { formatDuration } from '@/lib/core/time';
import { articlePath, sourcePath, topicPath } from '@/lib/model/paths';

export function ArticleHeader({ article, time }: { article: ArticlePage; time: PageTime }) {
  return (
    <header className="max-w-[72ch] text-15">
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-12 text-muted">
        <DeskLink href={sourcePath(article.source.id)} className="reach font-semibold text-text">
          <bdi>{article.source.name}</bdi>
        </DeskLink>
        {article.topics.map((topic) => (
          <DeskLink key={topic.id} href={topicPath(topic.id)}>
            {topic.name}
          </DeskLink>
        ))}
      </p>
      <h1 lang={article.language} dir="auto" className="mt-2 text-20 leading-row tracking-tight text-balance">
        {article.title}
      </h1>
      {article.dek !== undefined && (
        <p lang={article.language} dir="auto" className="mt-2 leading-article text-pretty text-muted">
          {article.dek}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-12 text-muted pointer-coarse:gap-y-6 pointer-coarse:py-3">
        {article.author !== undefined && <span dir="auto">By {article.author}</span>}
        <OriginalLinks article={article} />
        <ShareButton title={article.title} path={articlePath(article)} />
      </div>
      <Times article={article} zone={time.zone} />
      {article.tokens.length > 0 && (
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-12 text-muted two:hidden">
          {article.tokens.map((token) => (
            <TokenMention key={token.id} token={token} now={time.now} />
          ))}
        </p>
      )}
    </header>
  );
}

/** A copy leads to whose words they are first, then to itself. */
function OriginalLinks({ article }: { article: ArticlePage }) {
  const { original, attribution } = article;
  const first = original
    ? { url: original.url, name: original.source.name }
    : { url: attribution?.url, name: attribution?.name };
  if (first.url === undefined) {
    return <OutLink url={article.url} words="Read the original at" name={article.source.name} />;
  }
  return (
    <>
      <OutLink
        url={first.url}
        words="Read the original at"
        name={first.name ?? siteOf(first.url) ?? 'its publisher'}
      />
      <OutLink url={article.url} words="This copy at" name={article.source.name} />
    </>
  );
}

function OutLink({ url, words, name }: { url: string; words: string; name: string }) {
  return (
    <a href={url} rel="noopener" className="reach text-text underline">
      {words} <bdi>{name}</bdi>
    </a>
  );
}

/** When the source says it published, when the desk first saw it, and what is odd about either. */
function Times({ article, zone }: { article: ArticlePage; zone: string }) {
  const seen = (
    <>
      first seen here <Moment at={article.firstSeenAt} zone={zone} />
    </>
  );
  return (
    <p className="mt-1.5 text-12 text-muted">
      {article.claimClamped ? (
        <>{seen}. The source claimed a time that had not come yet, so first sight counts.</>
      ) : article.claimedAt === undefined ? (
        <>{seen}. The source gives no time of its own.</>
      ) : (
        <>
          Published <Moment at={article.claimedAt} zone={zone} />, {seen}
          {latency(article.claimedAt, article.firstSeenAt)}
        </>
      )}
      {article.revisedAt && (
        <>
          , wording changed <Moment at={article.revisedAt} zone={zone} />
        </>
      )}
    </p>
  );
}

function latency(claimedAt: Date, firstSeenAt: Date): string {
  const late = firstSeenAt.getTime() - claimedAt.getTime();
  return late > 0 ? ` (${formatDuration(late)} later)` : '';
}
