import { ActButton } from '@/app/_client/console/act-button';
import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { DeskLink } from '@/app/_ui/desk-link';
import type { NewsroomArticle } from '@/db/queries/newsroom-article';
import { articlePath } from '@/lib/model/paths';

/** Which article, and whether the linker may still change its tags. */
export function ArticleHead({ article, time }: { article: NewsroomArticle; time: PageTime }) {
  const { id, tagsLockedAt } = article;
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <h1 className="text-20 leading-row tracking-tight text-pretty" dir="auto" lang={article.language}>
          {article.title}
        </h1>
        <p className="mt-0.5 text-12 text-muted">
          <bdi>{article.sourceName}</bdi> · <When at={article.at} time={time} /> ·{' '}
          <DeskLink href={articlePath(article)} className="reach underline">
            its page on the desk
          </DeskLink>{' '}
          ·{' '}
          <a href={article.url} rel="noopener noreferrer" className="reach underline">
            at its source
          </a>
        </p>
        {tagsLockedAt && (
          <p className="mt-1 text-13">
            Its tags were locked <When at={tagsLockedAt} time={time} />: they stay whatever its text comes to
            say.
          </p>
        )}
      </div>
      {tagsLockedAt ? (
        <ActButton value={`unlock-tags:${id}`} label="Unlock its tags" pendingLabel="Unlocking…" />
      ) : (
        <ActButton value={`lock-tags:${id}`} label="Lock its tags" pendingLabel="Locking…" />
      )}
    </header>
  );
}
