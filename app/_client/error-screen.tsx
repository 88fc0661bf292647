'use client';

import { DeskLink } from '@/app/_ui/desk-link';

interface ErrorScreenProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** Stands in for a page that could not be written. The number finds the failure in the server's log. */
export function ErrorScreen({ error, retry }: ErrorScreenProps) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 py-10 text-15">
      <h1 className="text-20 leading-row tracking-tight">This page could not be written</h1>
      <p className="mt-2 max-w-[60ch] leading-article text-pretty text-muted">
        Something on the server failed. Prices and news go on being collected; try again in a moment.
        {digest !== undefined && <> The server’s log has it under {digest}.</>}
      </p>
      <p className="mt-4 flex items-center gap-4 text-13">
        <button
          type="button"
          onClick={retry}
          className="h-8 rounded-4 border border-line bg-surface px-3 hover:border-faint pointer-coarse:h-11"
        >
          Try again
        </button>
        <DeskLink href="/status" className="underline">
          How the desk is doing
        </DeskLink>
      </p>
    </main>
  );
}
