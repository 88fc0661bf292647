'use client';

import { useActionState } from 'react';
import {
  INTERVAL_UNITS,
  MAX_EXCERPT_CHARS,
  MIN_EXCERPT_CHARS,
  type FeedSettingsDraft,
} from '@/lib/model/feed-settings';
import { Choice, Choices } from './choice';
import { Problem } from './field';
import { FormNotice } from './form-notice';
import { NumberField } from './number-field';
import { SubmitButton } from './submit-button';

export interface FeedSettingsState {
  readonly values: FeedSettingsDraft;
  readonly problems: Readonly<Partial<Record<keyof FeedSettingsDraft, string>>>;
  /** What came of the last saving. */
  readonly notice?: string;
  readonly before?: FeedSettingsDraft;
  /** Counts answers: the fields are filled anew with each. */
  readonly answers: number;
}

interface FeedSettingsFormProps {
  readonly action: (state: FeedSettingsState, form: FormData) => Promise<FeedSettingsState>;
  readonly values: FeedSettingsDraft;
  /** How often it is asked as things stand, in words. */
  readonly usual: string;
  /** The rule for all feeds, in words. */
  readonly rule: string;
}

/** How often one feed is asked, what readers are shown of it, how long its articles are kept. */
export function FeedSettingsForm({ action, values, usual, rule }: FeedSettingsFormProps) {
  const [state, formAction] = useActionState(action, { values, problems: {}, answers: 0 });
  const { problems } = state;
  const shown = Object.keys(problems).filter((field) => !TOLD_IN_PLACE.has(field));
  return (
    <>
      <form key={state.answers} action={formAction} className="grid max-w-[72ch] gap-4 pt-3" noValidate>
        <Pace values={state.values} problem={problems.every} usual={usual} />
        <FullText values={state.values} problem={problems.excerptChars} />
        <Keep values={state.values} problem={problems.keepDays} rule={rule} />
        {shown.length > 0 && (
          <p role="alert" className="text-12">
            <Problem>Choose one of each.</Problem>
          </p>
        )}
        <div>
          <SubmitButton label="Save" pendingLabel="Saving…" quiet />
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

const TOLD_IN_PLACE = new Set(['every', 'excerptChars', 'keepDays']);

interface PartProps {
  readonly values: FeedSettingsDraft;
  readonly problem: string | undefined;
}

function Pace({ values, problem, usual }: PartProps & { readonly usual: string }) {
  const { pace, every, unit } = values;
  return (
    <Choices title="How often it is asked">
      <Choice
        name="pace"
        value="learnt"
        isChosen={pace === 'learnt'}
        label="As its rhythm suggests"
        hint={usual}
      />
      <Choice name="pace" value="fixed" isChosen={pace === 'fixed'} label="Every">
        <NumberField label="How many" name="every" defaultValue={every} problem={problem} />
        <select
          name="unit"
          aria-label="Unit"
          defaultValue={unit}
          className="h-8 rounded-4 border border-faint bg-bg px-2 text-13 pointer-coarse:h-11"
        >
          {INTERVAL_UNITS.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </Choice>
    </Choices>
  );
}

function FullText({ values, problem }: PartProps) {
  const { fullText, excerptChars } = values;
  return (
    <Choices title="What readers are shown of an article">
      <Choice
        name="fullText"
        value="delivered"
        isChosen={fullText === 'delivered'}
        label="All that the feed delivers"
      />
      <Choice name="fullText" value="excerpt" isChosen={fullText === 'excerpt'} label="Its first">
        <NumberField
          label={`Characters, ${MIN_EXCERPT_CHARS} to ${MAX_EXCERPT_CHARS}`}
          name="excerptChars"
          defaultValue={excerptChars}
          unit="characters"
          problem={problem}
        />
      </Choice>
      <Choice
        name="fullText"
        value="page"
        isChosen={fullText === 'page'}
        label="The text of its own page"
        hint="fetched from the site, once for each article"
      />
    </Choices>
  );
}

function Keep({ values, problem, rule }: PartProps & { readonly rule: string }) {
  const { keep, keepDays } = values;
  return (
    <Choices title="How long its articles are kept">
      <Choice name="keep" value="rule" isChosen={keep === 'rule'} label="As for all feeds" hint={rule} />
      <Choice name="keep" value="own" isChosen={keep === 'own'} label="For">
        <NumberField label="Days" name="keepDays" unit="days" defaultValue={keepDays} problem={problem} />
      </Choice>
    </Choices>
  );
}
