import { FilterLink } from '@/app/_ui/filter-link';
import type { OpmlImport } from '@/db/queries/opml-imports';
import { OPML_LINE_RESULTS, type OpmlLineResult } from '@/lib/model/opml-import';
import { OPML_LINE_MARKS, OPML_LINE_WORDS } from '@/lib/model/opml-words';

interface LineFilterProps {
  readonly list: OpmlImport;
  readonly result: OpmlLineResult | undefined;
}

/** How many lines came to what; each is a link to those alone. */
export function LineFilter({ list, result }: LineFilterProps) {
  const path = `/console/opml/${list.id}`;
  return (
    <nav aria-label="Lines by result" className="mt-4 border-y border-line py-1 text-12">
      <ul className="flex flex-wrap gap-x-1">
        <FilterLink href={path} label="all" count={list.lines} isHere={result === undefined} />
        {OPML_LINE_RESULTS.filter((each) => list.counts[each] > 0 || each === result).map((each) => (
          <FilterLink
            key={each}
            href={`${path}?result=${each}`}
            label={`${OPML_LINE_MARKS[each]} ${OPML_LINE_WORDS[each]}`}
            count={list.counts[each]}
            isHere={result === each}
          />
        ))}
      </ul>
    </nav>
  );
}
