import { eq } from 'drizzle-orm';
import { selectStory } from '@/db/queries/select-story-rows';
import { stories } from '@/db/schema/articles';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { decide, type Decided, type Decider } from './decide';

/** Decides who leads a story, so that no later article takes the lead; without an article it may change again. */
export function pinStoryLead(
  { storyId, articleId }: { readonly storyId: StoryId; readonly articleId: ArticleId | undefined },
  decider: Decider,
): Promise<Decided> {
  return decide(decider, async (transaction) => {
    const story = await selectStory(transaction, storyId);
    if (!story) return { why: 'This story is not there any more.' };
    const lead = story.members.find(({ id }) => id === articleId);
    if (articleId !== undefined && !lead) return { why: 'This article has left the story meanwhile.' };
    if (lead && (lead.repostOfId !== null || lead.hiddenAt !== null))
      return { why: 'A story is led by an original that readers may see, never by a copy.' };
    return {
      kind: 'pin-lead',
      summary: lead
        ? `Pinned “${lead.title}” as the lead of its story.`
        : `The lead of “${story.title}” may change again.`,
      subject: { storyIds: [storyId], articleIds: lead ? [lead.id] : [] },
      scope: { storyIds: [storyId], articleIds: [] },
      change: async (inside) => {
        const pinned = lead && { leadArticleId: lead.id, title: lead.title, pinnedAt: decider.now };
        await inside
          .update(stories)
          .set(pinned ?? { pinnedAt: null })
          .where(eq(stories.id, storyId));
        return undefined;
      },
    };
  });
}
