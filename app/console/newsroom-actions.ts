'use server';

import { refresh } from 'next/cache';
import type { FeedNotice } from '@/app/_client/console/feed-actions';
import { requireOperator } from '@/app/console/require-operator';
import { readCommand } from './newsroom-command';

/** Every button of the newsroom comes here. */
export async function actOnNews(
  _notice: FeedNotice | undefined,
  form: FormData,
): Promise<FeedNotice | undefined> {
  const operator = await requireOperator('/console/stories');
  const carryOut = readCommand(form);
  if (!carryOut) return undefined;
  const result = await carryOut({ operator, now: new Date() });
  refresh();
  if (result.kind === 'refused') return { tone: 'failed', text: result.words };
  const said = form.get('do');
  const isUndo = typeof said === 'string' && said.startsWith('undo:');
  return { tone: 'done', text: result.words, ...(!isUndo && { undo: `undo:${result.decisionId}` }) };
}
