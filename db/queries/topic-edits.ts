import { and, desc, eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { deskDecisions } from '@/db/schema/desk';
import { operators } from '@/db/schema/operators';
import type { TopicId } from '@/lib/model/ids';

const MAX_EDITS = 20;

/** A change that an operator made to a topic. */
export interface TopicEdit {
  readonly id: number;
  readonly at: Date;
  readonly operatorName: string | undefined;
  readonly summary: string;
  readonly undoneAt: Date | undefined;
}

/** The latest first. */
export async function readTopicEdits(id: TopicId): Promise<readonly TopicEdit[]> {
  const rows = await database()
    .select({
      id: deskDecisions.id,
      at: deskDecisions.at,
      operatorName: operators.name,
      summary: deskDecisions.summary,
      undoneAt: deskDecisions.undoneAt,
    })
    .from(deskDecisions)
    .leftJoin(operators, eq(operators.id, deskDecisions.operatorId))
    .where(and(eq(deskDecisions.kind, 'edit-topic'), sql`${deskDecisions.subject} -> 'topicIds' ? ${id}`))
    .orderBy(desc(deskDecisions.id))
    .limit(MAX_EDITS);
  return rows.map((row) => ({
    ...row,
    operatorName: row.operatorName ?? undefined,
    undoneAt: row.undoneAt ?? undefined,
  }));
}
