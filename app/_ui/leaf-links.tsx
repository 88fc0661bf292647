import { DeskLink } from './desk-link';

interface LeafLinksProps {
  readonly path: string;
  /** What else the address says. */
  readonly search: Readonly<Record<string, string>>;
  /** From 1. */
  readonly page: number;
  readonly hasMore: boolean;
}

/** To the pages before and after, where nobody counts how many there are. */
export function LeafLinks({ path, search, page, hasMore }: LeafLinksProps) {
  if (page === 1 && !hasMore) return null;
  const toPage = (number: number) => `${path}?${new URLSearchParams({ ...search, page: String(number) })}`;
  return (
    <nav aria-label="Pages" className="flex gap-x-4 py-3 text-13">
      {page > 1 && (
        <DeskLink href={toPage(page - 1)} className="reach underline">
          Previous
        </DeskLink>
      )}
      {hasMore && (
        <DeskLink href={toPage(page + 1)} className="reach underline">
          Next
        </DeskLink>
      )}
    </nav>
  );
}
