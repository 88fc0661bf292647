'use client';

import { useFormStatus } from 'react-dom';

interface ActButtonProps {
  /** Verb and feed, story or article, e.g. `pause:12`. */
  readonly value: string;
  readonly label: string;
  readonly pendingLabel: string;
  /** What it acts on, for those who hear the button out of its row. */
  readonly of?: string;
}

/** One thing to do with one line, within {@link FeedActions}. */
export function ActButton({ value, label, pendingLabel, of }: ActButtonProps) {
  const { pending, data } = useFormStatus();
  const isOwn = pending && data.get('do') === value;
  return (
    <button
      type="submit"
      name="do"
      value={value}
      aria-disabled={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className="h-7 rounded-4 border border-line px-2 text-12 whitespace-nowrap text-muted hover:border-faint hover:text-text aria-disabled:opacity-60 pointer-coarse:h-11 pointer-coarse:px-3"
    >
      {isOwn ? pendingLabel : label}
      {of !== undefined && <span className="sr-only"> {of}</span>}
    </button>
  );
}
