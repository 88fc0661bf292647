import type { Metadata } from 'next';
import { z } from 'zod';
import { DeskFrame } from '@/app/_desk/desk-frame';
import type { SearchParams } from '@/app/_desk/older-than';
import { startPage } from '@/app/_desk/page-time';
import { TokenRow } from '@/app/_desk/token-row';
import { Note } from '@/app/_ui/note';
import { TokenSearch } from '@/app/_ui/token-search';
import { readTokens } from '@/db/queries/token';

const TOKENS = 100;
const MAX_WORDS_CHARS = 60;
const PRINTABLE = /^\P{Cc}*$/u;

const query = z.object({ q: z.string().trim().max(MAX_WORDS_CHARS).regex(PRINTABLE).catch('') });

interface TokensPageProps {
  readonly searchParams: SearchParams;
}

export const metadata: Metadata = { title: 'Tokens' };

export default async function Page({ searchParams }: TokensPageProps) {
  const time = await startPage();
  const { q } = query.parse(await searchParams);
  const tokens = await readTokens(q, TOKENS);
  return (
    <DeskFrame
      now={time.now}
      asideLabel="About tokens"
      aside={<Note>A token is known here by its id. Several may share a symbol, so look at the name.</Note>}
    >
      <div className="max-w-[72ch] pt-5 pb-8 text-15">
        <h1 className="text-20 leading-row tracking-tight">{q === '' ? 'Tokens' : `Tokens like “${q}”`}</h1>
        <TokenSearch words={q} />
        {tokens.length === 0 && (
          <Note>No token goes by “{q}”, neither as a symbol nor as part of a name.</Note>
        )}
        <ul className="mt-4 border-t border-line">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} now={time.now} />
          ))}
        </ul>
      </div>
    </DeskFrame>
  );
}
