'use client';

import { useFormStatus } from 'react-dom';

/** Sends the form it stands in, and says so while it is under way. */
export function SubmitButton({ label, pendingLabel }: { label: string; pendingLabel: string }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      disabled={pending}
      className="h-9 shrink-0 rounded-4 bg-text px-4 text-13 font-semibold text-bg hover:opacity-90 disabled:opacity-60 pointer-coarse:h-11"
    >
      {pending ? pendingLabel : label}
    </button>
  );
}
