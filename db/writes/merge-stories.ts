import { eq, inArray, or } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { selectStory, type StoryRows } from '@/db/queries/select-story-rows';
import { articles, stories } from '@/db/schema/articles';
import { countWords } from '@/lib/model/feed-words';
import type { StoryId } from '@/lib/model/ids';
import { bindArticles, loosen, together } from './bind-articles';
import { countStories } from './count-story';
import { decide, type Decided, type Decider } from './decide';

/** Joining by hand has an end, or one click could bind a whole desk together. */
export const MAX_MERGED_ARTICLES = 400;
const BY_HAND = 'put together by an operator';

/** Makes one story of two: the articles of `from` go over, and its address leads on from now on. */
export function mergeStoriesInto(
  { from, into }: { readonly from: StoryId; readonly into: StoryId },
  decider: Decider,
): Promise<Decided> {
  return decide(decider, async (transaction) => {
    if (from === into) return { why: 'A story cannot be merged with itself.' };
    const [moving, staying] = [await selectStory(transaction, from), await selectStory(transaction, into)];
    if (!moving || !staying) return { why: 'One of the two stories is not there any more.' };
    const all = [...staying.members, ...moving.members];
    if (all.length > MAX_MERGED_ARTICLES)
      return { why: `Together they would have more than ${MAX_MERGED_ARTICLES} articles.` };
    const count = countWords(moving.members.length, 'article');
    return {
      kind: 'merge-stories',
      summary: `Merged “${moving.title}” into “${staying.title}”: ${count} moved.`,
      subject: { storyIds: [from, into], articleIds: moving.members.map(({ id }) => id) },
      scope: { storyIds: [from, into], articleIds: all.map(({ id }) => id) },
      change: async (inside, decisionId) => {
        await moveOver(inside, moving, into);
        await loosen(
          inside,
          all.map(({ id }) => id),
        );
        await bindArticles(inside, together(leadFirst(staying, all)), decisionId);
        await countStories(inside, [into]);
        return undefined;
      },
    };
  });
}

async function moveOver(transaction: Transaction, from: StoryRows, into: StoryId): Promise<void> {
  const isReport = from.members.filter(({ repostOfId }) => repostOfId === null).map(({ id }) => id);
  await transaction.update(articles).set({ storyId: into }).where(eq(articles.storyId, from.id));
  await transaction
    .update(articles)
    .set({ storyRelation: 'report', storyEvidence: BY_HAND })
    .where(inArray(articles.id, isReport));
  await transaction
    .update(stories)
    .set({ redirectTo: into })
    .where(or(eq(stories.id, from.id), eq(stories.redirectTo, from.id)));
  await transaction.update(stories).set({ leadArticleId: null }).where(eq(stories.id, from.id));
}

function leadFirst({ leadArticleId }: StoryRows, all: StoryRows['members']) {
  const ids = all.map(({ id }) => id);
  return leadArticleId === null ? ids : [leadArticleId, ...ids.filter((id) => id !== leadArticleId)];
}
