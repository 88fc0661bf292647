'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { SetupState } from '@/app/_client/console/setup-form';
import type { SignInState } from '@/app/_client/console/sign-in-form';
import { makeFirstOperator } from '@/lib/operator/make-first-operator';
import { signIn, signOut, type SessionCookie } from '@/lib/operator/sign-in';
import { setupRefusalWords } from './setup/setup-words';

const HOME = '/console/feeds';
const OWN_PATH = /^\/console(?:\/[\w/-]*)?(?:\?[\w=&%.+-]*)?$/;

export async function signInAction(_state: SignInState, form: FormData): Promise<SignInState> {
  const email = textOf(form, 'email').trim();
  const password = textOf(form, 'password');
  if (email === '' || password === '')
    return { email, problem: 'Both the e-mail address and the password are needed.' };
  const result = await signIn({ email, password }, await headers());
  if (result.kind === 'refused') return { email, problem: toProblem(result) };
  await keepCookies(result.cookies);
  const next = textOf(form, 'next');
  redirect(OWN_PATH.test(next) ? next : HOME);
}

export async function signOutAction(): Promise<void> {
  await keepCookies(await signOut(await headers()));
  redirect('/console/sign-in');
}

export async function setUpAction(_state: SetupState, form: FormData): Promise<SetupState> {
  const [name, email] = [textOf(form, 'name'), textOf(form, 'email')];
  const input = { token: textOf(form, 'token'), name, email, password: textOf(form, 'password') };
  const result = await makeFirstOperator(input, new Date());
  if (result.kind === 'invalid') return { name, email, problems: result.problems };
  if (result.kind === 'refused')
    return { name, email, problems: {}, refusal: setupRefusalWords(result.link) };
  const signedIn = await signIn(result, await headers());
  if (signedIn.kind === 'signed-in') await keepCookies(signedIn.cookies);
  redirect(HOME);
}

async function keepCookies(received: readonly SessionCookie[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, options } of received) jar.set(name, value, options);
}

function toProblem(refused: { readonly reason: string; readonly retryAfterSeconds?: number }): string {
  if (refused.retryAfterSeconds === undefined) return 'No operator has this e-mail address and password.';
  return `Too many attempts. Try again in ${refused.retryAfterSeconds} s.`;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
