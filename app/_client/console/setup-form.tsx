'use client';

import { useActionState } from 'react';
import { Field, Problem } from './field';
import { SubmitButton } from './submit-button';

export interface SetupState {
  readonly name: string;
  readonly email: string;
  readonly problems: Readonly<Partial<Record<'name' | 'email' | 'password', string>>>;
  /** The link itself does nothing any more. */
  readonly refusal?: string;
}

interface SetupFormProps {
  readonly action: (state: SetupState, form: FormData) => Promise<SetupState>;
  readonly token: string;
}

export function SetupForm({ action, token }: SetupFormProps) {
  const [state, formAction] = useActionState(action, { name: '', email: '', problems: {} });
  const { problems } = state;
  return (
    <form action={formAction} className="mt-5 grid gap-4" noValidate>
      <input type="hidden" name="token" value={token} />
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        hint="Stands beside what you change."
        problem={problems.name}
        defaultValue={state.name}
      />
      <Field
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        spellCheck={false}
        hint="Only to sign in: the desk sends no mail."
        problem={problems.email}
        defaultValue={state.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        maxLength={128}
        hint="At least 12 characters. A few words in a row are easier to keep than signs."
        problem={problems.password}
      />
      <p role="alert" className="text-12 empty:hidden">
        {state.refusal !== undefined && <Problem>{state.refusal}</Problem>}
      </p>
      <div>
        <SubmitButton label="Make operator and sign in" pendingLabel="Making…" />
      </div>
    </form>
  );
}
