'use server';

import { refresh } from 'next/cache';
import type { TopicFormState } from '@/app/_client/console/topic-form';
import type { ShownArticles } from '@/app/_client/console/topic-rehearsal-list';
import { requireOperator } from '@/app/console/require-operator';
import type { TopicId } from '@/lib/model/ids';
import { articlePath } from '@/lib/model/paths';
import type { TopicDraft } from '@/lib/model/topic';
import type { RehearsedArticle } from '@/lib/model/topic-rehearsal';
import type { TopicTag } from '@/lib/model/tag';
import { saveTopic } from '@/lib/operator/topics/save-topic';
import { undoTopicEdit } from '@/lib/operator/topics/undo-topic-edit';

const SHOWN = 25;
const FIELDS = ['name', 'description', 'words', 'tokenIds', 'sourceIds', 'languages'] as const;

/** Rehearses a topic's new rules, and saves them once the operator has seen what they do. */
export async function saveTopicAction(
  topicId: TopicId,
  state: TopicFormState,
  form: FormData,
): Promise<TopicFormState> {
  const operator = await requireOperator('/console/topics');
  // A form ends its lines with both characters.
  const values = Object.fromEntries(
    FIELDS.map((field) => [field, textOf(form, field).replaceAll('\r\n', '\n')]),
  ) as { [Field in keyof TopicDraft]: string };
  const said = { values, problems: {}, answers: state.answers + 1 };
  const confirmed = textOf(form, 'confirmed');
  const result = await saveTopic({ topicId, wanted: values, confirmed }, { operator, now: new Date() });
  switch (result.kind) {
    case 'invalid':
      return { ...said, problems: result.problems, notice: Object.values(result.problems)[0] ?? '' };
    case 'missing':
      return { ...said, notice: 'This topic is not there any more: nothing was saved.' };
    case 'rehearsed': {
      const { entering, leaving, ...counts } = result.rehearsal;
      const rehearsal = { ...counts, entering: toShown(entering), leaving: toShown(leaving) };
      return { ...said, rehearsal, toConfirm: result.toConfirm };
    }
    case 'saved':
      refresh();
      return { ...said, notice: `${result.words} What comes in from now on is filed by it.` };
  }
}

/** Puts back what stood before an edit; what came of it is told. */
export async function undoTopicAction(
  decisionId: number,
  _said: string | undefined,
): Promise<string | undefined> {
  const operator = await requireOperator('/console/topics');
  const result = await undoTopicEdit(decisionId, { operator, now: new Date() });
  refresh();
  return result.words;
}

function toShown(articles: readonly (RehearsedArticle & { readonly tag?: TopicTag })[]): ShownArticles {
  return {
    count: articles.length,
    first: articles.slice(0, SHOWN).map((article) => ({
      path: articlePath(article),
      title: article.title,
      language: article.language,
      sourceName: article.source.name,
      ...(article.tag && { why: explain(article.tag) }),
    })),
  };
}

const FIELD_WORDS: Readonly<Record<TopicTag['field'], string>> = {
  title: 'title',
  lede: 'lede',
  body: 'text',
  source: 'source',
};

function explain({ field, matchedText }: TopicTag): string {
  return `${FIELD_WORDS[field]}: “${matchedText}”`;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
