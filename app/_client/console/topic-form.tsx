'use client';

import { useActionState, useEffect, useRef } from 'react';
import type { TopicDraft } from '@/lib/model/topic';
import { Field } from './field';
import { SubmitButton } from './submit-button';
import { TextArea } from './text-area';
import { TopicRehearsalList, type ShownRehearsal } from './topic-rehearsal-list';

export interface TopicFormState {
  readonly values: TopicDraft;
  readonly problems: Readonly<Partial<Record<keyof TopicDraft, string>>>;
  /** What saving these values would do; it is saved by sending `toConfirm` along. */
  readonly rehearsal?: ShownRehearsal;
  readonly toConfirm?: string;
  readonly notice?: string;
  readonly answers: number;
}

interface TopicFormProps {
  readonly action: (state: TopicFormState, form: FormData) => Promise<TopicFormState>;
  readonly values: TopicDraft;
}

/** A topic's rules. They are rehearsed on the last seven days before they are saved. */
export function TopicForm({ action, values }: TopicFormProps) {
  const [state, formAction] = useActionState(action, { values, problems: {}, answers: 0 });
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.answers > 0) answer.current?.focus();
  }, [state.answers]);
  return (
    <form
      action={formAction}
      className="grid gap-x-8 gap-y-5 pt-3 two:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]"
    >
      <div key={state.answers} className="grid content-start gap-4">
        <TopicFields {...state} />
        <div>
          <SubmitButton
            label="See what it would change"
            pendingLabel="Reading seven days…"
            quiet={state.rehearsal !== undefined}
          />
        </div>
      </div>
      <div
        ref={answer}
        tabIndex={-1}
        role="group"
        aria-label="What it comes to"
        className="min-w-0 outline-none"
      >
        <p role="status" className="text-13 leading-article text-pretty empty:hidden">
          {state.notice}
        </p>
        {state.rehearsal && (
          <>
            <TopicRehearsalList rehearsal={state.rehearsal} />
            <div className="mt-4">
              <button
                type="submit"
                name="confirmed"
                value={state.toConfirm}
                className="h-9 rounded-4 bg-text px-4 text-13 font-semibold text-bg hover:opacity-90 pointer-coarse:h-11"
              >
                Save and file them anew
              </button>
              <p className="mt-1.5 text-12 text-muted">
                Older articles stay where they are. It can be undone below.
              </p>
            </div>
          </>
        )}
      </div>
    </form>
  );
}

function TopicFields({ values, problems }: Pick<TopicFormState, 'values' | 'problems'>) {
  return (
    <>
      <Field label="Name" name="name" maxLength={60} defaultValue={values.name} problem={problems.name} />
      <TextArea
        label="Description"
        name="description"
        rows={2}
        maxLength={300}
        defaultValue={values.description}
        problem={problems.description}
      />
      <TextArea
        label="Words and phrases, one a line"
        name="words"
        rows={10}
        spellCheck={false}
        dir="auto"
        defaultValue={values.words}
        problem={problems.words}
        hint="In lower case they count in any case, with capitals only as written. In the title or the lede once is enough, in the text it takes three."
      />
      <TextArea
        label="Tokens, by id"
        name="tokenIds"
        rows={3}
        spellCheck={false}
        defaultValue={values.tokenIds}
        problem={problems.tokenIds}
        hint="Whatever is about one of them belongs here: bitcoin, sleepless-ai."
      />
      <TextArea
        label="Sources, by id"
        name="sourceIds"
        rows={2}
        spellCheck={false}
        defaultValue={values.sourceIds}
        problem={problems.sourceIds}
        hint="Whatever they publish belongs here. The id stands at the end of a source’s address."
      />
      <Field
        label="Only in these languages"
        name="languages"
        maxLength={100}
        spellCheck={false}
        defaultValue={values.languages}
        problem={problems.languages}
        hint="en zh ko; empty means all"
      />
    </>
  );
}
