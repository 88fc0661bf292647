import type { Metadata } from 'next';
import { connection } from 'next/server';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/app/_client/console/sign-in-form';
import { hasOperator } from '@/db/queries/operators';
import { signInAction } from '@/app/console/actions';
import { currentOperator } from '@/app/console/require-operator';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  readonly searchParams: Promise<{ readonly next?: string | string[] }>;
}

export default async function Page({ searchParams }: SignInPageProps) {
  await connection();
  const { next } = await searchParams;
  if (await currentOperator()) redirect('/console/feeds');
  const isSettled = await hasOperator();
  return (
    <main id="main" className="mx-auto w-full max-w-88 grow px-4 py-10 two:py-16">
      <h1 className="text-20 leading-row tracking-tight">Sign in to the console</h1>
      {isSettled ? (
        <SignInForm action={signInAction} next={typeof next === 'string' ? next : ''} />
      ) : (
        <p className="mt-3 text-13 leading-article text-pretty text-muted">
          This desk has no operator yet. Its log shows a link that makes the first one; it is written anew at
          every start and works once, for a day.
        </p>
      )}
    </main>
  );
}
