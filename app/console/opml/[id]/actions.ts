'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import type { FeedNotice } from '@/app/_client/console/feed-actions';
import { requireOperator } from '@/app/console/require-operator';
import { cancelImport } from '@/lib/operator/opml/cancel-import';
import { continueImport } from '@/lib/operator/opml/continue-import';
import { redoImport } from '@/lib/operator/opml/redo-import';
import { undoImport } from '@/lib/operator/opml/undo-import';
import { toContinueNotice, toImportNotice } from './import-notice';

/** `verb:import`, as the buttons say it. */
const command = z.preprocess(
  (said) => {
    const [verb, id] = String(said).split(':');
    return { verb, id: Number(id) };
  },
  z.object({ verb: z.enum(['cancel', 'continue', 'remove', 'restore']), id: z.int().positive() }),
);

/** Every button of an import's page comes here. */
export async function actOnImport(
  _notice: FeedNotice | undefined,
  form: FormData,
): Promise<FeedNotice | undefined> {
  await requireOperator('/console/opml');
  const asked = command.safeParse(form.get('do'));
  if (!asked.success) return undefined;
  const { verb, id } = asked.data;
  const now = new Date();
  refresh();
  if (verb === 'cancel') return toImportNotice(id, await cancelImport(id, now));
  if (verb === 'continue') return toContinueNotice(await continueImport(id));
  if (verb === 'remove') return toImportNotice(id, await undoImport(id, now));
  const feeds = await redoImport(id, now);
  return toImportNotice(id, feeds === undefined ? { kind: 'missing' } : { kind: 'restored', feeds });
}
