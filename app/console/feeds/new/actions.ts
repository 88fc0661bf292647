'use server';

import { redirect } from 'next/navigation';
import type { AddFeedState } from '@/app/_client/console/add-feed-form';
import { requireOperator } from '@/app/console/require-operator';
import { toSourceDraft } from '@/app/console/to-source-draft';
import type { SourceId } from '@/lib/model/ids';
import { addFeed } from '@/lib/operator/add-feed';
import type { Operator } from '@/lib/operator/auth';
import { previewFeed } from '@/lib/operator/preview-feed';

/** Looks at an address, or adds the feed that was looked at. */
export async function addFeedAction(state: AddFeedState, form: FormData): Promise<AddFeedState> {
  const operator = await requireOperator('/console/feeds/new');
  const address = textOf(form, 'url');
  if (form.get('do') === 'add') return add(state, form, operator);
  return { address, preview: await previewFeed(address, new Date()) };
}

async function add(state: AddFeedState, form: FormData, operator: Operator): Promise<AddFeedState> {
  const url = textOf(form, 'url');
  const sourceId = textOf(form, 'source');
  const draft = toSourceDraft(form);
  const source = sourceId === '' ? draft : { id: sourceId as SourceId };
  const fullText = form.get('fullText') === 'delivered' ? 'delivered' : undefined;
  const result = await addFeed({ url, source, fullText }, { operator, now: new Date() });
  if (result.kind === 'refused') return { address: url, preview: result.preview };
  if (result.kind === 'invalid') return { ...state, draft, problems: result.problems };
  redirect(`/console/feeds/${result.id}?${result.kind}`);
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
