'use client';

import { useFormStatus } from 'react-dom';

interface SubmitButtonProps {
  readonly label: string;
  readonly pendingLabel: string;
  /** One of several, not the way on. */
  readonly quiet?: boolean;
}

const LOUD = 'bg-text font-semibold text-bg hover:opacity-90';
const QUIET = 'border border-line bg-surface hover:border-faint';

/** Sends the form it stands in, and says so while it is under way. */
export function SubmitButton({ label, pendingLabel, quiet = false }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      disabled={pending}
      className={`h-9 shrink-0 rounded-4 px-4 text-13 disabled:opacity-60 pointer-coarse:h-11 ${quiet ? QUIET : LOUD}`}
    >
      {pending ? pendingLabel : label}
    </button>
  );
}
