'use client';

import { useActionState } from 'react';
import { Field, Problem } from './field';
import { SubmitButton } from './submit-button';

export interface SignInState {
  readonly email: string;
  readonly problem?: string;
}

interface SignInFormProps {
  readonly action: (state: SignInState, form: FormData) => Promise<SignInState>;
  /** Where to go afterwards. */
  readonly next: string;
}

export function SignInForm({ action, next }: SignInFormProps) {
  const [state, formAction] = useActionState(action, { email: '' });
  return (
    <form action={formAction} className="mt-5 grid gap-4">
      <input type="hidden" name="next" value={next} />
      <Field
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        spellCheck={false}
        defaultValue={state.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
      />
      <p role="alert" className="text-12 empty:hidden">
        {state.problem !== undefined && <Problem>{state.problem}</Problem>}
      </p>
      <div>
        <SubmitButton label="Sign in" pendingLabel="Signing in…" />
      </div>
    </form>
  );
}
