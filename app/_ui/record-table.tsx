import type { ReactNode } from 'react';

interface RecordTableProps {
  readonly caption: string;
  readonly headings: readonly string[];
  /** The last column holds buttons: its heading is heard, not seen. */
  readonly hasActions?: boolean;
  readonly children: ReactNode;
}

/** A table where there is room, a list of blocks where there is none. */
export function RecordTable({ caption, headings, hasActions = false, children }: RecordTableProps) {
  return (
    <table className="block w-full text-13 two:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="hidden text-12 text-faint two:table-header-group">
        <tr className="h-8 border-b border-line">
          {headings.map((heading) => (
            <th key={heading} scope="col" className="pe-4 text-start font-normal whitespace-nowrap">
              {heading}
            </th>
          ))}
          {hasActions && (
            <th scope="col">
              <span className="sr-only">What to do</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody className="block two:table-row-group">{children}</tbody>
    </table>
  );
}

/** One row: three columns of labelled facts on a phone. */
export function RecordRow({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <tr className="grid grid-cols-3 gap-x-4 gap-y-1.5 border-b border-line py-3 align-top two:table-row two:py-0">
      <th scope="row" className="col-span-3 text-start font-normal two:max-w-80 two:py-2 two:pe-4">
        {name}
      </th>
      {children}
    </tr>
  );
}

interface RecordCellProps {
  /** Stands above the value where the column has no heading. */
  readonly label?: string;
  /** Text of a line or more. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function RecordCell({ label, wide = false, children }: RecordCellProps) {
  return (
    <td
      className={`block two:table-cell two:py-2 two:pe-4 two:last:pe-0 ${wide ? 'col-span-3 two:max-w-80' : ''}`}
    >
      {label !== undefined && (
        <span aria-hidden="true" className="block text-11 text-faint two:hidden">
          {label}
        </span>
      )}
      {children}
    </td>
  );
}
