import type { ReactNode } from 'react';
import { DeskLink } from '@/app/_ui/desk-link';
import { HeadlineTitle } from '@/app/_ui/headline-title';
import { Thumbnail } from '@/app/_ui/thumbnail';
import type { Headline } from '@/lib/model/headline';
import { sourcePath } from '@/lib/model/paths';
import { signImage } from '@/lib/reader/image-address';
import type { PageTime } from './page-time';
import { When } from './when';

const THUMBNAIL = { width: 64, height: 36 };

interface HeadlineListProps<H extends Headline> {
  readonly headlines: readonly H[];
  readonly time: PageTime;
  /** Left out on the source's own page. */
  readonly withSource?: boolean;
  /** What is said of each besides. */
  readonly renderRemark?: (headline: H) => ReactNode;
}

/** Articles one by one, newest first. */
export function HeadlineList<H extends Headline>({
  headlines,
  time,
  withSource = true,
  renderRemark,
}: HeadlineListProps<H>) {
  return (
    <ol>
      {headlines.map((headline) => (
        <li
          key={headline.id}
          className="flex items-start justify-between gap-4 border-b border-line py-2 text-15 last:border-b-0"
        >
          <div className="max-w-[72ch] min-w-0 grow">
            <h3 className="line-clamp-3 font-semibold text-pretty two:line-clamp-2" dir="auto">
              <HeadlineTitle headline={headline} />
            </h3>
            <p className="mt-0.5 text-12 text-muted">
              {withSource && (
                <>
                  <DeskLink href={sourcePath(headline.source.id)}>
                    <bdi>{headline.source.name}</bdi>
                  </DeskLink>
                  {' · '}
                </>
              )}
              <When at={headline.at} time={time} />
              {headline.repost && ' · repost'}
              {renderRemark && <> · {renderRemark(headline)}</>}
            </p>
          </div>
          {headline.image && (
            <Thumbnail src={signImage(headline.image.url, THUMBNAIL.width * 2)} {...THUMBNAIL} />
          )}
        </li>
      ))}
    </ol>
  );
}
