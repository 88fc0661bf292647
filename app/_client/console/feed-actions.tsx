'use client';

import { useActionState, type ReactNode } from 'react';
import { ActButton } from './act-button';

/** What an action on a feed, a story or an article came to, told beneath the list. */
export interface FeedNotice {
  readonly tone: 'done' | 'failed';
  readonly text: string;
  /** What it brought. */
  readonly lines?: readonly string[];
  /** The way back, as the value of a button. */
  readonly undo?: string;
}

interface FeedActionsProps {
  readonly action: (notice: FeedNotice | undefined, form: FormData) => Promise<FeedNotice | undefined>;
  readonly children: ReactNode;
}

/** The form around a list: every button in it says what to do with which line, with or without script. */
export function FeedActions({ action, children }: FeedActionsProps) {
  const [notice, formAction] = useActionState(action, undefined);
  return (
    <form action={formAction}>
      {children}
      {/* After the list and held in sight: a notice above it would push every row down under the pointer. */}
      <div role="status" className="sticky bottom-3 z-10 empty:hidden">
        {notice && <Notice notice={notice} />}
      </div>
    </form>
  );
}

function Notice({ notice }: { notice: FeedNotice }) {
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 rounded-4 border border-faint bg-surface px-3 py-2 text-13 leading-article">
      <div className="min-w-0 text-pretty">
        <p>
          {notice.tone === 'failed' && <span aria-hidden="true">▲ </span>}
          {notice.text}
        </p>
        {notice.lines && notice.lines.length > 0 && (
          <ul className="mt-1 text-muted">
            {notice.lines.map((line) => (
              <li key={line} dir="auto" className="truncate">
                {line}
              </li>
            ))}
          </ul>
        )}
      </div>
      {notice.undo !== undefined && <ActButton value={notice.undo} label="Undo" pendingLabel="Undoing…" />}
    </div>
  );
}
