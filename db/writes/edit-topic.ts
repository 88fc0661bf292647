import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { asRecords } from '@/db/as-records';
import { database, type Transaction } from '@/db/client';
import { readTopicSettings } from '@/db/queries/topic-settings';
import { deskDecisions } from '@/db/schema/desk';
import { topics } from '@/db/schema/tokens';
import type { TopicId } from '@/lib/model/ids';
import type { TopicSettings } from '@/lib/model/topic';
import type { TopicRehearsal } from '@/lib/model/topic-rehearsal';
import type { Decider } from './decide';

export interface TopicEdition {
  readonly topicId: TopicId;
  readonly settings: TopicSettings;
  /** Which articles enter and leave by it. */
  readonly filing: Pick<TopicRehearsal, 'entering' | 'leaving'>;
  readonly summary: string;
}

/** Changes a topic and files the articles concerned anew, with a row in the audit log; `undefined` where it is gone. */
export async function editTopic(
  { topicId, settings, filing, summary }: TopicEdition,
  { operatorId, now }: Decider,
): Promise<number | undefined> {
  return database().transaction(async (transaction) => {
    const before = await readTopicSettings(topicId, transaction);
    if (!before) return undefined;
    await writeTopic(transaction, { topicId, settings, filing });
    const [decision] = await transaction
      .insert(deskDecisions)
      .values({
        ...{ at: now, operatorId, kind: 'edit-topic' as const, summary },
        subject: { topicIds: [topicId] },
        before,
        after: settings,
      })
      .returning({ id: deskDecisions.id });
    return decision?.id;
  });
}

/** An edit that stands and that no later one builds upon, with what it put in the place of what. */
export async function findTopicEdit(
  decisionId: number,
): Promise<{ readonly topicId: TopicId; readonly before: TopicSettings } | { readonly why: string }> {
  const [row] = await database()
    .select()
    .from(deskDecisions)
    .where(and(eq(deskDecisions.id, decisionId), eq(deskDecisions.kind, 'edit-topic')));
  const topicId = row?.subject.topicIds?.[0];
  if (!row || topicId === undefined) return { why: 'There is no such edit of a topic.' };
  if (row.undoneAt) return { why: 'It is undone already.' };
  const [later] = await database()
    .select({ summary: deskDecisions.summary })
    .from(deskDecisions)
    .where(
      and(
        eq(deskDecisions.kind, 'edit-topic'),
        gt(deskDecisions.id, decisionId),
        isNull(deskDecisions.undoneAt),
        sql`${deskDecisions.subject} -> 'topicIds' ? ${topicId}`,
      ),
    )
    .limit(1);
  if (later) return { why: `Undo what was decided afterwards first: ${later.summary}` };
  const { editedAt, ...before } = row.before as Omit<TopicSettings, 'editedAt'> & { editedAt?: string };
  return {
    topicId,
    before: { ...before, editedAt: editedAt === undefined ? undefined : new Date(editedAt) },
  };
}

/** Puts back what stood before an edit. */
export async function undoTopicEdition(
  decisionId: number,
  edition: Omit<TopicEdition, 'summary'>,
  { operatorId, now }: Decider,
): Promise<void> {
  await database().transaction(async (transaction) => {
    await writeTopic(transaction, edition);
    await transaction
      .update(deskDecisions)
      .set({ undoneAt: now, undoneBy: operatorId })
      .where(eq(deskDecisions.id, decisionId));
  });
}

async function writeTopic(
  transaction: Transaction,
  { topicId, settings, filing }: Omit<TopicEdition, 'summary'>,
): Promise<void> {
  const { name, description, words, tokenIds, sourceIds, languages, editedAt } = settings;
  await transaction
    .update(topics)
    .set({
      ...{ name, description, editedAt: editedAt ?? null },
      words: [...words],
      tokenIds: [...tokenIds],
      sourceIds: [...sourceIds],
      languages: [...languages],
    })
    .where(eq(topics.id, topicId));
  const leaving = filing.leaving.map(({ id }) => id);
  await transaction.execute(
    sql`delete from article_topics where topic_id = ${topicId} and article_id = any(${sql.param(leaving)})`,
  );
  const entering = filing.entering.map(({ id, tag }) => ({
    article_id: id,
    field: tag.field,
    matched_text: tag.matchedText,
  }));
  await transaction.execute(sql`
    insert into article_topics (article_id, topic_id, field, matched_text)
    select r.article_id, ${topicId}, r.field, r.matched_text
    from ${asRecords(entering, 'article_id bigint, field text, matched_text text')}
    join articles on articles.id = r.article_id
    on conflict do nothing
  `);
}
