import { ShareButton } from '@/app/_client/share-button';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { HeadlineTitle } from '@/app/_ui/headline-title';
import { Thumbnail } from '@/app/_ui/thumbnail';
import type { RelatedHeadline } from '@/db/queries/related-headlines';
import { articlePath } from '@/lib/model/paths';
import { signImage } from '@/lib/reader/image-address';
import type { PageTime } from './page-time';
import { When } from './when';

const THUMBNAIL = { width: 112, height: 63 };

/** Other stories on the same tokens and topics. */
export function RelatedHeadlines({
  headlines,
  time,
}: {
  headlines: readonly RelatedHeadline[];
  time: PageTime;
}) {
  if (headlines.length === 0) return null;
  return (
    <section aria-labelledby="related" className="max-w-[72ch] pb-8 text-15">
      <ColumnHeading id="related" title="You may also like" />
      <ul>
        {headlines.map((headline) => (
          <li key={headline.id} className="border-b border-line last:border-b-0">
            <RelatedItem headline={headline} time={time} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RelatedItem({ headline, time }: { headline: RelatedHeadline; time: PageTime }) {
  return (
    <article className="flex items-start justify-between gap-4 py-3">
      <div className="min-w-0 grow">
        <h3 className="line-clamp-3 font-semibold text-pretty two:line-clamp-2" dir="auto">
          <HeadlineTitle headline={headline} />
        </h3>
        {headline.excerpt !== undefined && (
          <p lang={headline.language} dir="auto" className="mt-0.5 line-clamp-2 text-13 text-muted">
            {headline.excerpt}
          </p>
        )}
        <p className="mt-1 flex flex-wrap gap-x-3 text-12 text-faint">
          <span>
            <bdi>{headline.source.name}</bdi>
            {' · '}
            <When at={headline.at} time={time} />
          </span>
          <ShareButton title={headline.title} path={articlePath(headline)} />
        </p>
      </div>
      {headline.image && (
        <Thumbnail src={signImage(headline.image.url, THUMBNAIL.width * 2)} {...THUMBNAIL} />
      )}
    </article>
  );
}
