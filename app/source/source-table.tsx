import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { DeskLink } from '@/app/_ui/desk-link';
import type { SourceSummary } from '@/db/queries/source';
import { sourcePath } from '@/lib/model/paths';
import { worstFeedWords } from '@/lib/model/source-words';

const COLUMNS = ['Source', 'Kind', 'Language', 'Feeds', 'Last new article'];

export function SourceTable({ sources, time }: { sources: readonly SourceSummary[]; time: PageTime }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-t border-line">
        <caption className="sr-only">Sources by name</caption>
        <thead className="text-12 text-faint">
          <tr className="border-b border-line">
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                className="py-1.5 pe-4 text-start font-normal whitespace-nowrap last:pe-0 last:text-end"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} time={time} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SourceRow({ source, time }: { source: SourceSummary; time: PageTime }) {
  return (
    <tr className="h-7 border-b border-line last:border-b-0 hover:bg-surface pointer-coarse:h-11">
      <th scope="row" className="pe-4 text-start font-semibold whitespace-nowrap">
        <DeskLink href={sourcePath(source.id)} dir="auto">
          {source.name}
        </DeskLink>
      </th>
      <td className="pe-4 text-muted">{source.kind}</td>
      <td className="pe-4 text-muted">{source.language}</td>
      <td className="pe-4 text-muted">{worstFeedWords(source.states)}</td>
      <td className="text-end whitespace-nowrap text-muted">
        <When at={source.lastArticleAt} time={time} />
      </td>
    </tr>
  );
}
