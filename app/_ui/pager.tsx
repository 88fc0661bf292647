import { DeskLink } from './desk-link';

interface PagerProps {
  readonly path: string;
  /** What else the address says. */
  readonly search: Readonly<Record<string, string | undefined>>;
  /** From 1. */
  readonly page: number;
  readonly pageLength: number;
  readonly total: number;
}

/** Which rows of how many stand here, and the way to the others; nothing where all do. */
export function Pager({ path, search, page, pageLength, total }: PagerProps) {
  if (total <= pageLength) return null;
  const pages = Math.ceil(total / pageLength);
  const first = (page - 1) * pageLength + 1;
  const toPage = (number: number) => {
    const said = Object.entries({ ...search, page: String(number) }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    return `${path}?${new URLSearchParams(said).toString()}`;
  };
  return (
    <nav aria-label="Pages" className="flex flex-wrap gap-x-4 gap-y-1 py-3 text-13">
      <span className="text-muted">
        {first}–{Math.min(total, first + pageLength - 1)} of {total}
      </span>
      {page > 1 && (
        <DeskLink href={toPage(page - 1)} className="reach underline">
          Previous
        </DeskLink>
      )}
      {page < pages && (
        <DeskLink href={toPage(page + 1)} className="reach underline">
          Next
        </DeskLink>
      )}
    </nav>
  );
}
