import { eq } from 'drizzle-orm';
import { selectStory } from '@/db/queries/select-story-rows';
import { stories } from '@/db/schema/articles';
import type { StoryId } from '@/lib/model/ids';
import { decide, type Decided, type Decider } from './decide';

/** Closes a story, so that nothing joins or leaves it by itself, or opens it again. */
export function setStoryLock(
  { storyId, locked }: { readonly storyId: StoryId; readonly locked: boolean },
  decider: Decider,
): Promise<Decided> {
  return decide(decider, async (transaction) => {
    const story = await selectStory(transaction, storyId);
    if (!story) return { why: 'This story is not there any more.' };
    return {
      kind: 'lock-story',
      summary: locked
        ? `Locked “${story.title}”: nothing joins or leaves it by itself.`
        : `Unlocked “${story.title}”.`,
      subject: { storyIds: [storyId] },
      scope: { storyIds: [storyId], articleIds: [] },
      change: async (inside) => {
        await inside
          .update(stories)
          .set({ lockedAt: locked ? decider.now : null })
          .where(eq(stories.id, storyId));
        return undefined;
      },
    };
  });
}
