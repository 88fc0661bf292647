import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { articles, articleTokens } from '@/db/schema/articles';
import { removedTags } from '@/db/schema/desk';
import { tokens } from '@/db/schema/tokens';
import type { Retagging } from '@/lib/model/desk-decision';
import type { ArticleId, TokenId } from '@/lib/model/ids';
import { decide, type Decided, type Decider, type Plan, type Refusal } from './decide';

export interface Retag {
  readonly articleId: ArticleId;
  readonly tokenId: TokenId;
  readonly retagging: Retagging;
}

const WORDS: Readonly<Record<Retagging, (token: string, title: string) => string>> = {
  add: (token, title) => `Tagged “${title}” with ${token}.`,
  remove: (token, title) => `Took the tag ${token} off “${title}” for good.`,
  main: (token, title) => `Made ${token} what “${title}” is mainly about.`,
  'not-main': (token, title) => `“${title}” is no longer mainly about ${token}.`,
};

/** Changes one tag of an article. What an operator took off never comes back, what he put there stays. */
export function retag(wanted: Retag, decider: Decider): Promise<Decided> {
  return decide(decider, (transaction) => planRetag(transaction, wanted));
}

export async function planRetag(transaction: Transaction, wanted: Retag): Promise<Plan | Refusal> {
  const { articleId, tokenId, retagging } = wanted;
  const [[article], [token], tags] = [
    await transaction
      .select({ title: articles.title })
      .from(articles)
      .where(eq(articles.id, articleId))
      .for('update'),
    await transaction
      .select({ name: tokens.name, symbol: tokens.symbol })
      .from(tokens)
      .where(eq(tokens.id, tokenId)),
    await transaction.select().from(articleTokens).where(eq(articleTokens.articleId, articleId)),
  ];
  if (!article) return { why: 'This article is not there any more.' };
  if (!token) return { why: 'There is no such token.' };
  const tag = tags.find((one) => one.tokenId === tokenId);
  const name = `${token.name} (${token.symbol})`;
  const why = whyNot(retagging, tag?.role, name);
  if (why !== undefined) return { why };
  return {
    kind: 'retag-article',
    summary: WORDS[retagging](name, article.title),
    subject: { articleIds: [articleId], tokenIds: [tokenId] },
    scope: { storyIds: [], articleIds: [articleId] },
    change: async (inside, decisionId) => {
      if (retagging === 'remove') await takeOff(inside, wanted, decisionId);
      else await putOn(inside, wanted);
      return undefined;
    },
  };
}

function whyNot(
  retagging: Retagging,
  role: 'primary' | 'about' | undefined,
  name: string,
): string | undefined {
  if (retagging === 'add') return role && `The article has the tag ${name} already.`;
  if (retagging === 'main') return role === 'primary' ? `It is mainly about ${name} already.` : undefined;
  return role === undefined ? `The article has no tag ${name} any more.` : undefined;
}

async function takeOff(
  transaction: Transaction,
  { articleId, tokenId }: Retag,
  decisionId: number,
): Promise<void> {
  await transaction
    .delete(articleTokens)
    .where(and(eq(articleTokens.articleId, articleId), eq(articleTokens.tokenId, tokenId)));
  await transaction.insert(removedTags).values({ articleId, tokenId, decisionId }).onConflictDoNothing();
}

async function putOn(transaction: Transaction, { articleId, tokenId, retagging }: Retag): Promise<void> {
  const [article, token] = [eq(articleTokens.articleId, articleId), eq(articleTokens.tokenId, tokenId)];
  await transaction
    .delete(removedTags)
    .where(and(eq(removedTags.articleId, articleId), eq(removedTags.tokenId, tokenId)));
  if (retagging === 'main') {
    await transaction
      .update(articleTokens)
      .set({ role: 'about' })
      .where(and(article, eq(articleTokens.role, 'primary')));
  }
  await transaction
    .insert(articleTokens)
    .values({ ...BY_HAND, articleId, tokenId, role: 'about' })
    .onConflictDoNothing();
  await transaction
    .update(articleTokens)
    .set({ role: retagging === 'main' ? 'primary' : 'about', decidedBy: 'operator' })
    .where(and(article, token));
}

/** An operator points at nothing in the text. */
const BY_HAND = {
  score: 1,
  rule: 'name',
  field: 'title',
  matchedText: '',
  spanStart: 0,
  spanEnd: 0,
  linkerVersion: 0,
  decidedBy: 'operator',
} as const;
