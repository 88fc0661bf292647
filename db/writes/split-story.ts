import { eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { selectStory, type MemberRow } from '@/db/queries/select-story-rows';
import { articles, stories } from '@/db/schema/articles';
import { countWords } from '@/lib/model/feed-words';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { apart, bindArticles, together } from './bind-articles';
import { countStories } from './count-story';
import { decide, type Decided, type Decider } from './decide';
import { leadAnew } from './lead-anew';
import { MAX_MERGED_ARTICLES } from './merge-stories';

const EVIDENCE = 'split off by an operator';

/**
 * Takes articles out of a story into one of their own. A copy goes where its original goes; chosen without its
 * original, it stands as a report of its own.
 */
export function splitStoryApart(
  { storyId, chosen }: { readonly storyId: StoryId; readonly chosen: readonly ArticleId[] },
  decider: Decider,
): Promise<Decided> {
  return decide(decider, async (transaction) => {
    const story = await selectStory(transaction, storyId);
    if (!story) return { why: 'This story is not there any more.' };
    const going = withCopies(story.members, new Set(chosen));
    const staying = story.members.filter((member) => !going.includes(member));
    const lead = leadOf(going);
    const why = whyNot({ going, staying, chosen });
    if (why !== undefined || !lead) return { why: why ?? 'What was chosen is not shown to readers.' };
    return {
      kind: 'split-story',
      summary: `Split ${countWords(going.length, 'article')} off “${story.title}”: “${lead.title}” opens a story.`,
      subject: { storyIds: [storyId], articleIds: going.map(({ id }) => id) },
      scope: { storyIds: [storyId], articleIds: story.members.map(({ id }) => id) },
      change: async (inside, decisionId) => {
        const opened = await openStory(inside, lead);
        await moveOut(inside, { going, lead, opened });
        await keepApart(inside, { going, staying, decisionId });
        await countStories(inside, [storyId, opened]);
        await leadAnew(inside, storyId);
        return { storyIds: [opened] };
      },
    };
  });
}

function withCopies(members: readonly MemberRow[], chosen: ReadonlySet<ArticleId>): readonly MemberRow[] {
  return members.filter(
    ({ id, repostOfId }) => chosen.has(id) || (repostOfId !== null && chosen.has(repostOfId)),
  );
}

function whyNot({
  going,
  staying,
  chosen,
}: {
  readonly going: readonly MemberRow[];
  readonly staying: readonly MemberRow[];
  readonly chosen: readonly ArticleId[];
}): string | undefined {
  const missing = chosen.some((id) => !going.some((member) => member.id === id));
  if (chosen.length === 0) return 'Tick the articles that tell another event.';
  if (missing) return 'Some of these articles have left the story meanwhile: look again.';
  if (!staying.some(({ hiddenAt }) => hiddenAt === null))
    return 'Nothing would stay: leave at least one article, and not only copies of what goes.';
  if (going.length + staying.length > MAX_MERGED_ARTICLES)
    return `A story of more than ${MAX_MERGED_ARTICLES} articles cannot be split by hand.`;
  return undefined;
}

/** The first published that is no copy of another of them. */
function leadOf(going: readonly MemberRow[]): MemberRow | undefined {
  const visible = going.filter(({ hiddenAt }) => hiddenAt === null);
  return visible.find(({ repostOfId }) => !going.some(({ id }) => id === repostOfId)) ?? visible[0];
}

async function openStory(transaction: Transaction, lead: MemberRow): Promise<StoryId> {
  const [story] = await transaction
    .insert(stories)
    .values({
      slug: lead.slug,
      title: lead.title,
      leadArticleId: lead.id,
      firstSeenAt: lead.firstSeenAt,
      lastArticleAt: lead.sortedAt,
    })
    .returning({ id: stories.id });
  if (!story) throw new Error('No row came back.');
  return story.id;
}

async function moveOut(
  transaction: Transaction,
  {
    going,
    lead,
    opened,
  }: { readonly going: readonly MemberRow[]; readonly lead: MemberRow; readonly opened: StoryId },
): Promise<void> {
  const ids = going.map(({ id }) => id);
  const own = going
    .filter(({ repostOfId }) => repostOfId === null || !ids.includes(repostOfId))
    .map(({ id }) => id);
  await transaction.update(articles).set({ storyId: opened }).where(inArray(articles.id, ids));
  await transaction
    .update(articles)
    .set({ repostOfId: null, storyRelation: 'report', storyEvidence: EVIDENCE })
    .where(inArray(articles.id, own));
  await transaction.update(articles).set({ storyRelation: 'origin' }).where(eq(articles.id, lead.id));
}

async function keepApart(
  transaction: Transaction,
  {
    going,
    staying,
    decisionId,
  }: {
    readonly going: readonly MemberRow[];
    readonly staying: readonly MemberRow[];
    readonly decisionId: number;
  },
): Promise<void> {
  const [gone, left] = [going.map(({ id }) => id), staying.map(({ id }) => id)];
  const pairs = [...apart(gone, left), ...together(gone), ...together(left)];
  await bindArticles(transaction, pairs, decisionId);
}
