import type { PageTime } from '@/app/_desk/page-time';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { When } from '@/app/_desk/when';
import type { Arrival } from '@/db/queries/feed-arrivals';
import { articlePath } from '@/lib/model/paths';

/** What the feed brought lately. */
export function FeedArrivals({ arrivals, time }: { arrivals: readonly Arrival[]; time: PageTime }) {
  return (
    <section aria-labelledby="arrivals" className="min-w-0">
      <ColumnHeading id="arrivals" title="Latest articles" aside="newest first" />
      {arrivals.length === 0 && <Note>Nothing has come from it in the last two weeks.</Note>}
      <ul>
        {arrivals.map((article) => (
          <li key={article.id} className="border-b border-line py-2 last:border-b-0">
            <DeskLink
              href={articlePath(article)}
              lang={article.language}
              dir="auto"
              className="line-clamp-2 text-13 text-pretty pointer-coarse:min-h-11 pointer-coarse:py-1.5"
            >
              {article.title}
            </DeskLink>
            <p className="text-12 text-muted">
              <When at={article.firstSeenAt} time={time} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
