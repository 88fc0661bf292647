import { isDeepStrictEqual } from 'node:util';
import { readTopicSettings } from '@/db/queries/topic-settings';
import { editTopic } from '@/db/writes/edit-topic';
import type { TopicId } from '@/lib/model/ids';
import type { TopicDraft } from '@/lib/model/topic';
import type { TopicRehearsal } from '@/lib/model/topic-rehearsal';
import { renewNewsReader } from '@/lib/news/reader';
import type { Operator } from '@/lib/operator/auth';
import { readTopicDraft, type TopicProblems } from './read-topic-draft';
import { rehearseTopic } from './rehearse-topic';

export type SaveTopicResult =
  /** Nothing is saved until the operator has seen what it does, and says so again with `toConfirm`. */
  | { readonly kind: 'rehearsed'; readonly rehearsal: TopicRehearsal; readonly toConfirm: string }
  | { readonly kind: 'saved'; readonly decisionId: number; readonly words: string }
  | { readonly kind: 'invalid'; readonly problems: TopicProblems }
  | { readonly kind: 'missing' };

/**
 * Changes what belongs to a topic: articles of the last seven days are filed anew, later ones by the new rules.
 * @param confirmed `toConfirm` of the answer before.
 */
export async function saveTopic(
  { topicId, wanted, confirmed }: TopicWish,
  { operator, now }: { readonly operator: Pick<Operator, 'id'>; readonly now: Date },
): Promise<SaveTopicResult> {
  const before = await readTopicSettings(topicId);
  if (!before) return { kind: 'missing' };
  const read = await readTopicDraft(wanted);
  if (read.kind === 'invalid') return read;
  const rehearsal = await rehearseTopic({ id: topicId, ...read.settings }, now);
  const toConfirm = JSON.stringify(read.settings);
  if (confirmed !== toConfirm) return { kind: 'rehearsed', rehearsal, toConfirm };
  const { editedAt, ...standing } = before;
  const isSame = isDeepStrictEqual(standing, read.settings);
  if (isSame && rehearsal.entering.length + rehearsal.leaving.length === 0)
    return { kind: 'invalid', problems: { name: 'Nothing is changed.' } };
  const settings = { ...read.settings, editedAt: isSame ? editedAt : now };
  const summary = `${settings.name}: ${describeFiling(rehearsal)}`;
  const decisionId = await editTopic(
    { topicId, settings, filing: rehearsal, summary },
    { operatorId: operator.id, now },
  );
  if (decisionId === undefined) return { kind: 'missing' };
  await renewNewsReader();
  return { kind: 'saved', decisionId, words: `Saved: ${describeFiling(rehearsal)}.` };
}

/** `3 articles entered, 1 left`. */
export function describeFiling({ entering, leaving }: Pick<TopicRehearsal, 'entering' | 'leaving'>): string {
  const articles = entering.length === 1 ? '1 article' : `${entering.length} articles`;
  return `${articles} entered, ${leaving.length} left`;
}

interface TopicWish {
  readonly topicId: TopicId;
  readonly wanted: TopicDraft;
  readonly confirmed: string | undefined;
}
