import { DeskLink } from '@/app/_ui/desk-link';
import type { FeedRow } from '@/db/queries/select-feed';
import { articlePath } from '@/lib/model/paths';
import type { PageTime } from './page-time';
import { When } from './when';

/** The latest good item of a feed, with its time; an en dash where nothing has come from it. */
export function LastArticle({ feed: { lastArticle }, time }: { feed: FeedRow; time: PageTime }) {
  if (!lastArticle) return '–';
  return (
    <>
      <DeskLink
        href={articlePath(lastArticle)}
        lang={lastArticle.language}
        dir="auto"
        className="line-clamp-2 text-pretty pointer-coarse:min-h-11 pointer-coarse:py-1.5"
      >
        {lastArticle.title}
      </DeskLink>
      <span className="block text-12 text-muted">
        <When at={lastArticle.at} time={time} />
      </span>
    </>
  );
}
