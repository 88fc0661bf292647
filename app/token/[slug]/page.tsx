import type { Metadata } from 'next';
import { readOlderThan, type SearchParams } from '@/app/_desk/older-than';
import { startPage } from '@/app/_desk/page-time';
import { tokenPath } from '@/lib/model/paths';
import { ContestedSymbol } from './contested-symbol';
import { findToken } from './find-token';
import { TokenDesk } from './token-desk';

interface TokenPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: SearchParams;
}

export async function generateMetadata({ params }: TokenPageProps): Promise<Metadata> {
  const found = await findToken((await params).slug);
  if (found.kind === 'contested') return { title: `Which ${found.symbol}?`, robots: { index: false } };
  const { id, name, symbol } = found.token;
  return {
    title: `${name} (${symbol}) price and news`,
    description: `The price of ${name} and the stories about it.`,
    alternates: { canonical: tokenPath(id) },
  };
}

export default async function Page({ params, searchParams }: TokenPageProps) {
  const time = await startPage();
  const found = await findToken((await params).slug);
  if (found.kind === 'contested') {
    return <ContestedSymbol symbol={found.symbol} tokens={found.tokens} now={time.now} />;
  }
  return <TokenDesk token={found.token} time={time} older={await readOlderThan(searchParams)} />;
}
