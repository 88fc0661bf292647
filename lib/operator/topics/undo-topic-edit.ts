import { findTopicEdit, undoTopicEdition } from '@/db/writes/edit-topic';
import { renewNewsReader } from '@/lib/news/reader';
import type { Operator } from '@/lib/operator/auth';
import { rehearseTopic } from './rehearse-topic';
import { describeFiling } from './save-topic';

export type UndoTopicResult =
  { readonly kind: 'done'; readonly words: string } | { readonly kind: 'refused'; readonly words: string };

/** Puts a topic's rules back as they were before an edit and files the articles of the last seven days by them. */
export async function undoTopicEdit(
  decisionId: number,
  { operator, now }: { readonly operator: Pick<Operator, 'id'>; readonly now: Date },
): Promise<UndoTopicResult> {
  const edit = await findTopicEdit(decisionId);
  if ('why' in edit) return { kind: 'refused', words: edit.why };
  const { topicId, before: settings } = edit;
  const filing = await rehearseTopic({ id: topicId, ...settings }, now);
  await undoTopicEdition(decisionId, { topicId, settings, filing }, { operatorId: operator.id, now });
  await renewNewsReader();
  return { kind: 'done', words: `As it was before: ${describeFiling(filing)}.` };
}
