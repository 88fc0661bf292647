import type { ReactNode } from 'react';

/** Heads a column or a section: one hairline, one line of type, at the same height everywhere. */
export function ColumnHeading({ id, title, aside }: { id?: string; title: string; aside?: ReactNode }) {
  return (
    <div className="flex h-9 items-center justify-between gap-3 border-b border-line">
      <h2 id={id} className="text-12 font-semibold">
        {title}
      </h2>
      {aside !== undefined && <div className="text-11 text-faint">{aside}</div>}
    </div>
  );
}
