import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { operatorOf, type Operator } from '@/lib/operator/auth';

/** Who is signed in; asked of the database once a request. */
export const currentOperator = cache(async (): Promise<Operator | undefined> => operatorOf(await headers()));

/** The operator this request comes from. Everybody else is sent to sign in, and then back to `path`. */
export async function requireOperator(path = '/console/feeds'): Promise<Operator> {
  const operator = await currentOperator();
  return operator ?? redirect(`/console/sign-in?${new URLSearchParams({ next: path })}`);
}
