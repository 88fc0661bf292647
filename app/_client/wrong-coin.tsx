'use client';

import { useActionState, useId } from 'react';
import { describeReport, MAX_REPORT_NOTE_CHARS, type ReportResult } from '@/lib/model/reader-report';

interface WrongCoinProps {
  readonly action: (before: ReportResult | undefined, form: FormData) => Promise<ReportResult>;
  readonly tokenName: string;
}

/** A reader's way to say that an article is not about a token; works without a script. */
export function WrongCoin({ action, tokenName }: WrongCoinProps) {
  const [result, formAction, isPending] = useActionState(action, undefined);
  const noteId = useId();
  return (
    <div className="mt-1 text-12 text-muted">
      <p role="status" className="text-text empty:hidden">
        {result && describeReport(result)}
      </p>
      {(result === undefined || result.kind === 'too-often') && (
        <details>
          <summary className="reach w-fit underline-offset-4 marker:text-faint hover:text-text hover:underline">
            Wrong coin?
          </summary>
          <form action={formAction} className="pt-1 pb-2">
            <p className="text-pretty">
              If this article is not about {tokenName}, tell whoever runs this desk. No address of yours is
              kept.
            </p>
            <label htmlFor={noteId} className="mt-2 mb-1 block font-semibold text-text">
              What is it about? <span className="font-normal text-muted">(may stay empty)</span>
            </label>
            <div className="flex gap-2">
              <input
                id={noteId}
                name="note"
                maxLength={MAX_REPORT_NOTE_CHARS}
                autoComplete="off"
                className="h-8 min-w-0 grow rounded-4 border border-faint bg-bg px-2.5 text-13 pointer-coarse:h-11 pointer-coarse:text-15"
              />
              <button
                type="submit"
                disabled={isPending}
                className="h-8 shrink-0 rounded-4 border border-line bg-surface px-3 text-13 text-text hover:border-faint disabled:opacity-60 pointer-coarse:h-11"
              >
                {isPending ? 'Sending…' : 'Send'}
              </button>
            </div>
          </form>
        </details>
      )}
    </div>
  );
}
