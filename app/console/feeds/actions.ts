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

const command = z
  .string()
  .regex(/^(?:refresh|pause|resume|remove|restore):\d{1,15}$/)
  .transform((text) => {
    const [verb, id] = text.split(':');
    return { verb, id: Number(id) as FeedId };
  });

/** Every button of the feed list comes here: `verb:feed`. */
export async function actOnFeed(
  _notice: FeedNotice | undefined,
  form: FormData,
): Promise<FeedNotice | undefined> {
  await requireOperator();
  const asked = command.safeParse(form.get('do'));
  if (!asked.success) return undefined;
  const { verb, id } = asked.data;
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
    default:
      return toFeedNotice('restore', id, await restoreFeed(id, now));
  }
}
