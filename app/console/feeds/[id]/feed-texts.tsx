import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { readPageLog } from '@/db/queries/page-log';
import type { FeedId } from '@/lib/model/ids';
import { articlePath } from '@/lib/model/paths';

const MAX_LISTED = 8;

/** Which articles' pages gave no text, and why; nothing where no page was asked for. */
export async function FeedTexts({ id, since, time }: { id: FeedId; since: Date; time: PageTime }) {
  const { asked, without, latest } = await readPageLog(id, since, MAX_LISTED);
  if (asked === 0) return null;
  return (
    <section aria-labelledby="texts" className="min-w-0">
      <ColumnHeading id="texts" title="Texts" aside={`${asked - without} of ${asked} pages gave one`} />
      {latest.length === 0 && <Note>Every page asked for in the last two weeks gave its text.</Note>}
      <ul>
        {latest.map((article) => (
          <li key={article.id} className="border-b border-line py-2 last:border-b-0">
            <DeskLink
              href={articlePath(article)}
              lang={article.language}
              dir="auto"
              className="line-clamp-2 text-13 text-pretty pointer-coarse:py-1.5"
            >
              {article.title}
            </DeskLink>
            <p className="text-12 break-words text-pretty text-muted">
              <When at={article.fetchedAt} time={time} /> · {article.message}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
