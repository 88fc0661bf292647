import { ContactLink } from '@/app/_ui/footer';
import { DeskLink } from '@/app/_ui/desk-link';
import { Moment } from '@/app/_ui/moment';
import type { ArticlePage } from '@/db/queries/article';
import { formatDuration } from '@/lib/core/time';
import { ATTRIBUTION_WORDS } from '@/lib/model/attribution-words';
import { articlePath } from '@/lib/model/paths';
import { deskFacts } from '@/lib/reader/desk-facts';

/** Says that the article is a copy, whose it is, how that is known, and whom to ask to take it down. */
export function RepostNotice({ article, zone }: { article: ArticlePage; zone: string }) {
  if (!article.repost && article.attribution === undefined) return null;
  const { removalContact } = deskFacts();
  return (
    <aside
      aria-label="Repost"
      className="mt-4 max-w-[72ch] border-y border-line py-2.5 text-15 [aside+&]:mt-0 [aside+&]:border-t-0"
      data-testid="repost-notice"
    >
      <p className="text-12 leading-article text-muted">
        <strong className="font-semibold text-text">Repost.</strong>{' '}
        <FirstPublisher article={article} zone={zone} />
        {article.attribution && <> Known because {ATTRIBUTION_WORDS[article.attribution.kind]}.</>}
        {removalContact === undefined ? (
          <> The words belong to their publisher; whoever runs this desk removes them on request.</>
        ) : (
          <>
            {' '}
            The words belong to their publisher. To have this removed, write to{' '}
            <ContactLink contact={removalContact} />.
          </>
        )}
      </p>
    </aside>
  );
}

function FirstPublisher({ article, zone }: { article: ArticlePage; zone: string }) {
  const { attribution, original } = article;
  if (original) {
    return (
      <>
        First published by{' '}
        <DeskLink href={articlePath(original)} className="text-text underline">
          <bdi>{original.source.name}</bdi>
        </DeskLink>{' '}
        on <Moment at={original.at} zone={zone} />
        {behind(original.at, article.at)}.
      </>
    );
  }
  const name = attribution?.name ?? 'another publisher';
  if (attribution?.url === undefined) return <>First published by {name}.</>;
  return (
    <>
      First published by{' '}
      <a href={attribution.url} rel="noopener" className="text-text underline">
        {name}
      </a>
      .
    </>
  );
}

function behind(first: Date, copy: Date): string {
  const delay = copy.getTime() - first.getTime();
  return delay > 0 ? `, ${formatDuration(delay)} before this copy` : '';
}
