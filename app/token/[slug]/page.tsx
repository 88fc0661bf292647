import type { Metadata } from 'next';
import { NewStories } from '@/app/_client/live/new-stories';
import { startPage, type PageTime } from '@/app/_desk/page-time';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { HeadlineList } from '@/app/_desk/headline-list';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import { readTokenHeadlines } from '@/db/queries/headlines';
import type { TokenPage } from '@/db/queries/token';
import { ContestedSymbol } from './contested-symbol';
import { findToken } from './find-token';
import { TokenAside } from './token-aside';
import { TokenChart } from './token-chart';
import { TokenHeader } from './token-header';

const HEADLINES = 50;

interface TokenPageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export async function generateMetadata({ params }: TokenPageProps): Promise<Metadata> {
  const found = await findToken((await params).slug);
  if (found.kind === 'contested') return { title: `Which ${found.symbol}?`, robots: { index: false } };
  const { name, symbol } = found.token;
  return {
    title: `${name} (${symbol}) price and news`,
    description: `The price of ${name} and the stories about it.`,
  };
}

export default async function Page({ params }: TokenPageProps) {
  const time = await startPage();
  const found = await findToken((await params).slug);
  if (found.kind === 'contested')
    return <ContestedSymbol symbol={found.symbol} tokens={found.tokens} now={time.now} />;
  return <Token token={found.token} time={time} />;
}

async function Token({ token, time }: { token: TokenPage; time: PageTime }) {
  const headlines = await readTokenHeadlines(token.id, HEADLINES);
  return (
    <DeskFrame now={time.now} asideLabel={`${token.name} in figures`} aside={<TokenAside token={token} />}>
      <TokenHeader token={token} now={time.now} />
      <TokenChart token={token} time={time} />
      <section aria-labelledby="news" className="pb-8">
        <ColumnHeading id="news" title={`News of ${token.name}`} />
        <NewStories shownAt={time.now} tokenId={token.id} />
        {headlines.length === 0 && <Note>No article has been about {token.name} yet.</Note>}
        <HeadlineList headlines={headlines} time={time} />
      </section>
    </DeskFrame>
  );
}
