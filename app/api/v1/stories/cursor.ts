import type { StoryPosition } from '@/db/queries/story-headlines';
import type { StoryId } from '@/lib/model/ids';

/** Where a page of stories ended: the moment and the story, in a form nobody is tempted to build himself. */
export function toCursor({ lastArticleAt, id }: StoryPosition): string {
  return Buffer.from(`${lastArticleAt.getTime()}.${id}`).toString('base64url');
}

/** `undefined` for what {@link toCursor} did not write. */
export function readCursor(text: string): StoryPosition | undefined {
  const parts = /^(\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString('latin1'));
  if (!parts) return undefined;
  return { lastArticleAt: new Date(Number(parts[1])), id: Number(parts[2]) as StoryId };
}
