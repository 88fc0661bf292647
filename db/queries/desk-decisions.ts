import { count, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database } from '@/db/client';
import { deskDecisions } from '@/db/schema/desk';
import { operators } from '@/db/schema/operators';
import type { DecisionSubject, DeskDecisionKind } from '@/lib/model/desk-decision';

/** A line of the audit log. */
export interface DecisionRow {
  readonly id: number;
  readonly at: Date;
  /** `undefined` where the account is gone. */
  readonly operatorName: string | undefined;
  readonly kind: DeskDecisionKind;
  readonly subject: DecisionSubject;
  readonly summary: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly undoneAt: Date | undefined;
  readonly undoneByName: string | undefined;
}

/** What was decided, the latest first. */
export async function readDecisions(page: {
  readonly limit: number;
  readonly offset: number;
}): Promise<readonly DecisionRow[]> {
  const undoer = alias(operators, 'undoer');
  const rows = await database()
    .select({ decision: deskDecisions, operatorName: operators.name, undoneByName: undoer.name })
    .from(deskDecisions)
    .leftJoin(operators, eq(operators.id, deskDecisions.operatorId))
    .leftJoin(undoer, eq(undoer.id, deskDecisions.undoneBy))
    .orderBy(desc(deskDecisions.id))
    .limit(page.limit)
    .offset(page.offset);
  return rows.map(({ decision, operatorName, undoneByName }) => ({
    ...decision,
    operatorName: operatorName ?? undefined,
    undoneAt: decision.undoneAt ?? undefined,
    undoneByName: undoneByName ?? undefined,
  }));
}

export async function countDecisions(): Promise<number> {
  const [row] = await database().select({ decisions: count() }).from(deskDecisions);
  return row?.decisions ?? 0;
}
