import { and, eq, isNull } from 'drizzle-orm';
import { articles, articleTokens } from '@/db/schema/articles';
import { reports } from '@/db/schema/desk';
import { tokens } from '@/db/schema/tokens';
import { decide, type Decided, type Decider } from './decide';
import { planRetag } from './retag-article';

/** Answers a reader's "wrong coin": the tag goes for good, or stays. All open reports of the same tag are settled. */
export function settleTagReport(
  { reportId, outcome }: { readonly reportId: number; readonly outcome: 'removed' | 'kept' },
  decider: Decider,
): Promise<Decided> {
  return decide(decider, async (transaction) => {
    const [report] = await transaction
      .select({
        articleId: reports.articleId,
        tokenId: reports.tokenId,
        title: articles.title,
        name: tokens.name,
      })
      .from(reports)
      .innerJoin(articles, eq(articles.id, reports.articleId))
      .innerJoin(tokens, eq(tokens.id, reports.tokenId))
      .where(and(eq(reports.id, reportId), isNull(reports.settledAt)));
    if (!report) return { why: 'This report is settled already.' };
    const { articleId, tokenId, title, name } = report;
    const same = and(
      eq(reports.articleId, articleId),
      eq(reports.tokenId, tokenId),
      isNull(reports.settledAt),
    );
    const open = await transaction.select({ id: reports.id }).from(reports).where(same);
    const [tag] = await transaction
      .select({ tokenId: articleTokens.tokenId })
      .from(articleTokens)
      .where(and(eq(articleTokens.articleId, articleId), eq(articleTokens.tokenId, tokenId)));
    const removal =
      outcome === 'removed' && tag
        ? await planRetag(transaction, { articleId, tokenId, retagging: 'remove' })
        : undefined;
    if (removal && 'why' in removal) return removal;
    return {
      kind: 'settle-report',
      summary: removal?.summary ?? `A reader doubted ${name} on “${title}”: it stays as it is.`,
      subject: { articleIds: [articleId], tokenIds: [tokenId], reportIds: open.map(({ id }) => id) },
      scope: { storyIds: [], articleIds: [articleId] },
      change: async (inside, decisionId) => {
        await removal?.change(inside, decisionId);
        await inside.update(reports).set({ settledAt: decider.now, outcome }).where(same);
        return undefined;
      },
    };
  });
}
