'use server';

import { refresh } from 'next/cache';
import type { FeedSettingsState } from '@/app/_client/console/feed-settings-form';
import type { SourceFactsState } from '@/app/_client/console/source-facts-form';
import { requireOperator } from '@/app/console/require-operator';
import { toSourceDraft } from '@/app/console/to-source-draft';
import { toFeedSettingsDraft, type FeedSettingsDraft } from '@/lib/model/feed-settings';
import type { FeedId, SourceId } from '@/lib/model/ids';
import { saveFeedSettings } from '@/lib/operator/save-feed-settings';
import { saveSource } from '@/lib/operator/save-source';

const FIELDS = ['pace', 'every', 'unit', 'fullText', 'excerptChars', 'keep', 'keepDays'] as const;

/** Saves what was decided for a feed; an undo is the same with the former values. */
export async function saveFeedSettingsAction(
  id: FeedId,
  state: FeedSettingsState,
  form: FormData,
): Promise<FeedSettingsState> {
  await requireOperator(`/console/feeds/${id}`);
  const values = Object.fromEntries(FIELDS.map((field) => [field, textOf(form, field)])) as Fields;
  const answers = state.answers + 1;
  const result = await saveFeedSettings(id, values, new Date());
  if (result.kind === 'invalid') return { values, problems: result.problems, answers };
  if (result.kind === 'missing')
    return {
      values,
      problems: {},
      answers,
      notice: 'This feed is not in the catalogue any more: nothing was saved.',
    };
  refresh();
  const { before, after } = result;
  const usual = after.fixedIntervalSeconds ?? before.fixedIntervalSeconds ?? 0;
  const isUndo = form.get('undo') !== null;
  return {
    values: { ...toFeedSettingsDraft(after, usual), every: values.every, unit: values.unit },
    problems: {},
    answers,
    notice: isUndo ? 'As it was before.' : 'Saved. It holds from now on.',
    ...(!isUndo && { before: toFeedSettingsDraft(before, usual) }),
  };
}

/** Corrects what is said of the feed's source. */
export async function saveSourceAction(
  id: SourceId,
  state: SourceFactsState,
  form: FormData,
): Promise<SourceFactsState> {
  await requireOperator();
  const values = toSourceDraft(form);
  const answers = state.answers + 1;
  const result = await saveSource(id, values);
  if (result.kind === 'invalid') return { values, problems: result.problems, answers };
  if (result.kind === 'missing') return { values, problems: {}, isGone: true, answers };
  refresh();
  return { values, problems: {}, answers, notice: 'Saved. Articles to come are read by it.' };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

type Fields = { [Field in keyof FeedSettingsDraft]: string };
