import type { Metadata } from 'next';
import { connection } from 'next/server';
import { SetupForm } from '@/app/_client/console/setup-form';
import { DeskLink } from '@/app/_ui/desk-link';
import { setupLinkState } from '@/lib/operator/setup-link';
import { setUpAction } from '@/app/console/actions';
import { setupRefusalWords } from './setup-words';

/**
 * The address holds the key: it must not travel to wherever a link leads. `no-referrer` would go further than
 * is good: a form sent from such a page without script says its origin is "null" and is taken for a stranger's.
 */
export const metadata: Metadata = { title: 'First operator', referrer: 'same-origin' };

interface SetupPageProps {
  readonly searchParams: Promise<{ readonly token?: string | string[] }>;
}

export default async function Page({ searchParams }: SetupPageProps) {
  await connection();
  const given = (await searchParams).token;
  const token = typeof given === 'string' ? given : '';
  const link = await setupLinkState(token, new Date());
  return (
    <main id="main" className="mx-auto w-full max-w-88 grow px-4 py-10 two:py-16">
      <h1 className="text-20 leading-row tracking-tight">Make the first operator</h1>
      {link === 'open' ? (
        <>
          <p className="mt-2 text-13 leading-article text-pretty text-muted">
            Whoever you name here may add, pause and remove feeds. The link works once.
          </p>
          <SetupForm action={setUpAction} token={token} />
        </>
      ) : (
        <p className="mt-3 text-13 leading-article text-pretty text-muted">
          {setupRefusalWords(link)}{' '}
          {link === 'settled' && (
            <DeskLink href="/console/sign-in" className="text-text underline">
              To the sign-in
            </DeskLink>
          )}
        </p>
      )}
    </main>
  );
}
