import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { addFirstOperator } from '@/db/writes/add-first-operator';
import { MAX_PASSWORD_CHARS, MIN_PASSWORD_CHARS } from './auth';
import { hashSetupToken, setupLinkState, type SetupLinkState } from './setup-link';

const MIN_DISTINCT_CHARS = 5;

const form = z.object({
  token: z.string(),
  name: z
    .string()
    .trim()
    .min(1, 'Say what the desk shall call you.')
    .max(80, 'A name may have 80 characters.'),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address.')),
  password: z
    .string()
    .min(MIN_PASSWORD_CHARS, `A password needs at least ${MIN_PASSWORD_CHARS} characters.`)
    .max(MAX_PASSWORD_CHARS, `A password may have ${MAX_PASSWORD_CHARS} characters.`)
    .refine(
      (text) => new Set(text).size >= MIN_DISTINCT_CHARS,
      'This password repeats the same few characters.',
    ),
});

export type SetupField = 'name' | 'email' | 'password';

export type FirstOperatorResult =
  | { readonly kind: 'made'; readonly email: string; readonly password: string }
  | { readonly kind: 'invalid'; readonly problems: Readonly<Partial<Record<SetupField, string>>> }
  | { readonly kind: 'refused'; readonly link: Exclude<SetupLinkState, 'open'> };

/** Makes the first operator with a setup link. However often the form is sent, the link makes one. */
export async function makeFirstOperator(
  input: Readonly<Record<'token' | SetupField, string>>,
  now: Date,
): Promise<FirstOperatorResult> {
  const parsed = form.safeParse(input);
  if (!parsed.success) return { kind: 'invalid', problems: toProblems(parsed.error) };
  const { token, name, email, password } = parsed.data;
  // Asked before the hash, which costs: a stranger without a link must not make us pay it.
  const link = await setupLinkState(token, now);
  if (link !== 'open') return { kind: 'refused', link };
  const operator = { id: randomUUID(), name, email, passwordHash: await hashPassword(password) };
  const made = await addFirstOperator({ tokenHash: hashSetupToken(token), now, operator });
  return made ? { kind: 'made', email, password } : { kind: 'refused', link: 'settled' };
}

function toProblems(error: z.ZodError): Partial<Record<SetupField, string>> {
  const first = error.issues.toReversed().map((issue) => [issue.path[0], issue.message]);
  return Object.fromEntries(first) as Partial<Record<SetupField, string>>;
}
