'use client';

import { useActionState } from 'react';
import { countWords } from '@/lib/model/feed-words';
import type { DeskSettingsDraft, RetentionEffect } from '@/lib/model/desk-settings';
import { Choice, Choices } from './choice';
import { FormNotice } from './form-notice';
import { NumberField } from './number-field';
import { SubmitButton } from './submit-button';

export interface DeskSettingsState {
  readonly values: DeskSettingsDraft;
  readonly problems: Readonly<Partial<Record<keyof DeskSettingsDraft, string>>>;
  /** What would go by these values, to be confirmed. */
  readonly effect?: RetentionEffect;
  readonly toConfirm?: string;
  readonly notice?: string;
  readonly before?: DeskSettingsDraft;
  /** Counts answers: the fields are filled anew with each. */
  readonly answers: number;
}

interface DeskSettingsFormProps {
  readonly action: (state: DeskSettingsState, form: FormData) => Promise<DeskSettingsState>;
  readonly values: DeskSettingsDraft;
}

/** How long the desk keeps things. What would go is counted and told before it is saved. */
export function DeskSettingsForm({ action, values }: DeskSettingsFormProps) {
  const [state, formAction] = useActionState(action, { values, problems: {}, answers: 0 });
  const { problems, effect, toConfirm } = state;
  return (
    <>
      <form key={state.answers} action={formAction} className="grid max-w-[72ch] gap-4 pt-3" noValidate>
        <Choices title="Articles are kept">
          <Choice name="keep" value="ever" isChosen={state.values.keep === 'ever'} label="For ever" />
          <Choice
            name="keep"
            value="days"
            isChosen={state.values.keep === 'days'}
            label="For"
            hint="unless their feed says otherwise"
          >
            <NumberField
              label="Days articles are kept"
              name="keepArticlesDays"
              defaultValue={state.values.keepArticlesDays}
              unit="days"
              problem={problems.keepArticlesDays ?? problems.keep}
            />
          </Choice>
        </Choices>
        <div>
          <p className="mb-0.5 text-12 font-semibold">The log of each feed is kept</p>
          <p className="flex flex-wrap items-center gap-2 text-13">
            For
            <NumberField
              label="Days the log is kept"
              name="keepFetchesDays"
              defaultValue={state.values.keepFetchesDays}
              unit="days"
              problem={problems.keepFetchesDays}
            />
          </p>
        </div>
        {effect && (
          <p role="alert" className="border-s-2 border-faint ps-3 text-13 leading-article text-pretty">
            Nothing is saved yet. By this rule {effectWords(effect)} would be deleted within the hour, for
            good. What a story still needs stays and is not counted.
          </p>
        )}
        {toConfirm !== undefined && <input type="hidden" name="confirmed" value={toConfirm} />}
        <div>
          <SubmitButton
            label={effect ? 'Save and delete' : 'Save'}
            pendingLabel={effect ? 'Saving…' : 'Counting…'}
            quiet={!effect}
          />
        </div>
      </form>
      <div role="status">
        {state.notice !== undefined && (
          <FormNotice text={state.notice} before={state.before && { ...state.before }} action={formAction} />
        )}
      </div>
    </>
  );
}

function effectWords({ articles, fetches }: RetentionEffect): string {
  const parts = [
    articles === 0 ? [] : countWords(articles, 'article'),
    fetches === 0 ? [] : `${countWords(fetches, 'line')} of the logs`,
  ];
  return parts.flat().join(' and ');
}
