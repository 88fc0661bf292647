'use client';

import { useActionState } from 'react';
import type { FeedPreview, SourceDraft } from '@/lib/model/feed-preview';
import { AddressForm } from './address-form';
import { FeedLinkList } from './feed-link-list';
import { PreviewArticles } from './preview-articles';
import { SourceForm } from './source-form';

/** Where the adding of a feed stands. */
export interface AddFeedState {
  /** What was typed. */
  readonly address: string;
  readonly preview?: FeedPreview;
  /** The source as the operator left it, where it could not be stored. */
  readonly draft?: SourceDraft;
  readonly problems?: Readonly<Partial<Record<keyof SourceDraft, string>>>;
}

interface AddFeedFormProps {
  readonly action: (state: AddFeedState, form: FormData) => Promise<AddFeedState>;
  readonly zone: string;
}

/** Address → preview → source → catalogue. Each step is a form of its own, so it works without script. */
export function AddFeedForm({ action, zone }: AddFeedFormProps) {
  const [state, formAction] = useActionState(action, { address: '' });
  const { preview } = state;
  return (
    <>
      <AddressForm
        key={state.address}
        action={formAction}
        address={state.address}
        problem={preview?.kind === 'refused' ? preview.message : undefined}
      />
      <div role="status">
        {preview?.kind === 'page' && <FeedLinkList action={formAction} page={preview} />}
        {preview?.kind === 'feed' && (
          <div className="mt-6 grid gap-x-8 gap-y-6 two:grid-cols-[minmax(0,80ch)_20rem]">
            <PreviewArticles preview={preview} zone={zone} />
            <SourceForm
              key={`${preview.url} ${Object.values(state.problems ?? {}).join(' ')}`}
              action={formAction}
              preview={preview}
              draft={state.draft ?? preview.draft}
              problems={state.problems ?? {}}
            />
          </div>
        )}
      </div>
    </>
  );
}
