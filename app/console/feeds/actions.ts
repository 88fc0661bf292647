'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import type { FeedNotice } from '@/app/_client/console/feed-actions';
import { requireOperator } from '@/app/console/require-operator';
import type { FeedId } from '@/lib/model/ids';
import { pauseFeed } from '@/lib/operator/pause-feed';
import { refreshFeed } from '@/lib/operator/refresh-feed';
import { removeFeed } from '@/lib/operator/remove-feed';
import { restoreFeed } from '@/lib/operator/restore-feed';
import { resumeFeed } from '@/lib/operator/resume-feed';
import { toFeedNotice } from './feed-notice';

const VERBS = ['refresh', 'pause', 'resume', 'remove', 'restore'] as const;

/** `verb:feed`, as the buttons say it. */
const command = z.preprocess(
  (said) => {
    const [verb, id] = String(said).split(':');
    return { verb, id: Number(id) };
  },
  z.object({ verb: z.enum(VERBS), id: z.int().positive() }),
);

/** Every button of the feed list comes here. */
export async function actOnFeed(
  _notice: FeedNotice | undefined,
  form: FormData,
): Promise<FeedNotice | undefined> {
  await requireOperator();
  const asked = command.safeParse(form.get('do'));
  if (!asked.success) return undefined;
  const { verb } = asked.data;
  const id = asked.data.id as FeedId;
  const now = new Date();
  refresh();
  switch (verb) {
    case 'refresh':
      return toFeedNotice('refresh', id, await refreshFeed(id));
    case 'pause':
      return toFeedNotice('pause', id, await pauseFeed(id, now));
    case 'resume':
      return toFeedNotice('resume', id, await resumeFeed(id, now));
    case 'remove':
      return toFeedNotice('remove', id, await removeFeed(id, now));
    case 'restore':
      return toFeedNotice('restore', id, await restoreFeed(id, now));
  }
}
