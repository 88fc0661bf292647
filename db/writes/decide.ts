import { eq, sql } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { readNewsroomState, type NewsroomScope } from '@/db/queries/newsroom-state';
import { deskDecisions } from '@/db/schema/desk';
import type { DecisionSubject, DeskDecisionKind } from '@/lib/model/desk-decision';
import type { ArticleId, StoryId } from '@/lib/model/ids';

/** Who decides, and when. */
export interface Decider {
  readonly operatorId: string;
  readonly now: Date;
}

/** What a decision came to: `refused` changed nothing, and says why. */
export type Decided =
  | {
      readonly kind: 'done';
      readonly decisionId: number;
      readonly summary: string;
      /** Articles whose place or tags changed: the placing window is to read them again. */
      readonly articleIds: readonly ArticleId[];
      /** The story that came to be. */
      readonly openedStoryId?: StoryId;
    }
  | { readonly kind: 'refused'; readonly why: string };

/** What is about to be decided, worked out from rows as they stand within the transaction. */
export interface Plan {
  readonly kind: DeskDecisionKind;
  readonly summary: string;
  readonly subject: DecisionSubject;
  readonly scope: NewsroomScope;
  /** Carries it out; returns what more the decision came to touch. */
  change(
    transaction: Transaction,
    decisionId: number,
  ): Promise<{ readonly storyIds?: readonly StoryId[] } | undefined>;
}

/** One decision in one transaction, with its row in the audit log. */
export async function decide(
  { operatorId, now }: Decider,
  plan: (transaction: Transaction) => Promise<Plan | Refusal>,
): Promise<Decided> {
  return database().transaction(async (transaction) => {
    // One decision after the other: two operators never work on half of each other's.
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('desk_decisions'))`);
    const planned = await plan(transaction);
    if ('why' in planned) return { kind: 'refused', why: planned.why };
    const { kind, summary, subject, scope } = planned;
    const before = await readNewsroomState(transaction, scope);
    const [decision] = await transaction
      .insert(deskDecisions)
      .values({ at: now, operatorId, kind, subject, summary, before, after: before })
      .returning({ id: deskDecisions.id });
    if (!decision) throw new Error('No row came back.');
    const more = (await planned.change(transaction, decision.id))?.storyIds ?? [];
    const after = await readNewsroomState(transaction, { ...scope, storyIds: [...scope.storyIds, ...more] });
    const storyIds = [...(subject.storyIds ?? []), ...more];
    await transaction
      .update(deskDecisions)
      .set({ after, ...(more.length > 0 && { subject: { ...subject, storyIds } }) })
      .where(eq(deskDecisions.id, decision.id));
    const [openedStoryId] = more;
    return {
      kind: 'done',
      decisionId: decision.id,
      summary,
      articleIds: scope.articleIds,
      ...(openedStoryId !== undefined && { openedStoryId }),
    };
  });
}

export interface Refusal {
  readonly why: string;
}
