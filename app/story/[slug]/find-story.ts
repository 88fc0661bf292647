import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { decodeSegment } from '@/app/_desk/decode-segment';
import { readStory, type StoryPage } from '@/db/queries/story';
import type { StoryId } from '@/lib/model/ids';
import { storyPath, trailingId } from '@/lib/model/paths';

/** The story its address ends in. Other words, or a merged story, lead on to the right address. */
export const findStory = cache(async (segment: string): Promise<StoryPage> => {
  const id = trailingId(decodeSegment(segment));
  const story = id === undefined ? undefined : await readStory(id as StoryId);
  if (!story) notFound();
  const path = storyPath(story);
  if (decodeSegment(path) !== `/story/${decodeSegment(segment)}`) permanentRedirect(path);
  return story;
});
