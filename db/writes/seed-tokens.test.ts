import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { tokenAliases } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import { loadTokens } from '@/db/queries/load-tokens';
import { loadTopics } from '@/db/queries/load-topics';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import { readTopicCatalogue } from '@/db/seed/read-topic-catalogue';
import type { TokenId } from '@/lib/model/ids';
import { seedTokens } from './seed-tokens';
import { seedTopics } from './seed-topics';

useTestDatabase();

test('seeding twice leaves exactly the catalogue', async () => {
  await seedTokens();
  await seedTokens();
  const stored = await loadTokens();
  const byId = new Map(stored.map((token) => [token.id, token]));
  const catalogue = readTokenCatalogue();
  expect(stored).toHaveLength(catalogue.length);
  for (const token of catalogue) {
    const { aliases, ...rest } = token;
    expect(byId.get(token.id)).toMatchObject(rest);
    expect(byId.get(token.id)?.aliases).toHaveLength(aliases.length);
    expect(byId.get(token.id)?.aliases).toEqual(expect.arrayContaining([...aliases]));
  }
});

test('what an operator decided about an alias outlasts the next edition', async () => {
  await seedTokens();
  const solana = 'solana' as TokenId;
  const aliasesOf = async () => {
    const token = (await loadTokens()).find(({ id }) => id === solana);
    return new Map(token?.aliases.map(({ text, kind }) => [text, kind]));
  };
  const [switchedOff, changed] = [...(await aliasesOf()).keys()];
  if (switchedOff === undefined || changed === undefined) throw new Error('Solana lacks aliases.');
  const named = (text: string) => and(eq(tokenAliases.tokenId, solana), eq(tokenAliases.text, text));
  await database().update(tokenAliases).set({ disabledAt: new Date() }).where(named(switchedOff));
  await database().update(tokenAliases).set({ kind: 'deny', decidedBy: 'operator' }).where(named(changed));
  await database()
    .insert(tokenAliases)
    .values({ tokenId: solana, text: 'Sunny Chain', kind: 'strong', decidedBy: 'operator' });
  await seedTokens();
  const after = await aliasesOf();
  expect(after.has(switchedOff)).toBe(false);
  expect(after.get(changed)).toBe('deny');
  expect(after.get('Sunny Chain')).toBe('strong');
  await database().delete(tokenAliases);
});

test('two tokens may share a symbol', async () => {
  await seedTokens();
  const named = (await loadTokens()).filter((token) => token.symbol === 'AI').map((token) => token.name);
  expect(named).toEqual(expect.arrayContaining(['Sleepless AI', 'Gensyn']));
});

test('topics come back in the order of the catalogue and name only tokens we know', async () => {
  await seedTopics();
  await seedTopics();
  expect(await loadTopics()).toEqual(readTopicCatalogue());
  const known = new Set(readTokenCatalogue().map((token) => token.id));
  const unknown = readTopicCatalogue().flatMap((topic) => topic.tokenIds.filter((id) => !known.has(id)));
  expect(unknown).toEqual([]);
});
