'use client';

import { useActionState } from 'react';
import { SubmitButton } from './submit-button';

interface UndoButtonProps {
  readonly action: (said: string | undefined) => Promise<string | undefined>;
  /** What is undone, for those who hear the button out of its row. */
  readonly of: string;
}

/** Undoes one change, and tells where that cannot be. */
export function UndoButton({ action, of }: UndoButtonProps) {
  const [said, formAction] = useActionState(action, undefined);
  return (
    <form action={formAction} aria-label={`Undo: ${of}`} className="flex items-center gap-3">
      <p role="status" className="text-12 text-muted empty:hidden">
        {said}
      </p>
      <SubmitButton label="Undo" pendingLabel="Undoing…" quiet />
    </form>
  );
}
