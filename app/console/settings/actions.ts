'use server';

import { refresh } from 'next/cache';
import type { DeskSettingsState } from '@/app/_client/console/desk-settings-form';
import { requireOperator } from '@/app/console/require-operator';
import { toDeskSettingsDraft } from '@/lib/model/desk-settings';
import { saveDeskSettings } from '@/lib/operator/save-desk-settings';

/** Saves what was decided for the desk, once the operator has seen what would go by it. */
export async function saveDeskSettingsAction(
  state: DeskSettingsState,
  form: FormData,
): Promise<DeskSettingsState> {
  await requireOperator('/console/settings');
  const values = {
    keep: textOf(form, 'keep'),
    keepArticlesDays: textOf(form, 'keepArticlesDays'),
    keepFetchesDays: textOf(form, 'keepFetchesDays'),
  };
  const answers = state.answers + 1;
  const result = await saveDeskSettings(values, textOf(form, 'confirmed'), new Date());
  if (result.kind === 'invalid') return { values, problems: result.problems, answers };
  if (result.kind === 'unconfirmed') {
    const { effect, toConfirm } = result;
    return { values, problems: {}, effect, toConfirm, answers };
  }
  refresh();
  const isUndo = form.get('undo') !== null;
  return {
    values: toDeskSettingsDraft(result.after),
    problems: {},
    answers,
    notice: isUndo ? 'As it was before. What was deleted meanwhile does not come back.' : 'Saved.',
    ...(!isUndo && { before: toDeskSettingsDraft(result.before) }),
  };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
