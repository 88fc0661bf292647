'use client';

import { useActionState } from 'react';
import type { SourceDraft } from '@/lib/model/feed-preview';
import { Problem } from './field';
import { SourceFields } from './source-fields';
import { SubmitButton } from './submit-button';

export interface SourceFactsState {
  readonly values: SourceDraft;
  readonly problems: Readonly<Partial<Record<keyof SourceDraft, string>>>;
  readonly notice?: string;
  readonly isGone?: boolean;
  readonly answers: number;
}

interface SourceFactsFormProps {
  readonly action: (state: SourceFactsState, form: FormData) => Promise<SourceFactsState>;
  readonly values: SourceDraft;
}

/** What is said of the source, to be corrected. */
export function SourceFactsForm({ action, values }: SourceFactsFormProps) {
  const [state, formAction] = useActionState(action, { values, problems: {}, answers: 0 });
  return (
    <form key={state.answers} action={formAction} className="grid max-w-[26rem] gap-4 pt-3" noValidate>
      <SourceFields draft={state.values} problems={state.problems} isOptional={false} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton label="Save the source" pendingLabel="Saving…" quiet />
        <p role="status" className="text-12 empty:hidden">
          {state.isGone ? <Problem>This source is not there any more.</Problem> : state.notice}
        </p>
      </div>
    </form>
  );
}
