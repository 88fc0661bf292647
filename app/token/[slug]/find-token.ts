import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { decodeSegment } from '@/app/_desk/decode-segment';
import { readToken, readSymbolHolders, type SymbolHolder, type TokenPage } from '@/db/queries/token';
import type { TokenId } from '@/lib/model/ids';
import { tokenPath } from '@/lib/model/paths';

export type FoundToken =
  | { readonly kind: 'token'; readonly token: TokenPage }
  /** A symbol that several tokens go by: the reader has to say which. */
  | { readonly kind: 'contested'; readonly symbol: string; readonly tokens: readonly SymbolHolder[] };

/** A token by its id. A symbol leads on to the one token that goes by it, or asks. */
export const findToken = cache(async (segment: string): Promise<FoundToken> => {
  const asked = decodeSegment(segment);
  const token = await readToken(asked as TokenId);
  if (token) return { kind: 'token', token };
  const sharing = await readSymbolHolders(asked);
  const [only] = sharing;
  if (!only) notFound();
  if (sharing.length === 1) permanentRedirect(tokenPath(only.id));
  return { kind: 'contested', symbol: only.symbol, tokens: sharing };
});
