import { z } from 'zod';
import { RETAGGINGS } from '@/lib/model/desk-decision';
import type { ArticleId, StoryId, TokenId } from '@/lib/model/ids';
import { lockStory, unlockStory } from '@/lib/operator/newsroom/lock-story';
import { lockTags } from '@/lib/operator/newsroom/lock-tags';
import { mergeStories } from '@/lib/operator/newsroom/merge-stories';
import type { ByHand, NewsroomResult } from '@/lib/operator/newsroom/newsroom';
import { pinLead } from '@/lib/operator/newsroom/pin-lead';
import { retagArticle } from '@/lib/operator/newsroom/retag-article';
import { settleReport } from '@/lib/operator/newsroom/settle-report';
import { splitStory } from '@/lib/operator/newsroom/split-story';
import { undoDecision } from '@/lib/operator/newsroom/undo-decision';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const story = id.transform((value) => value as StoryId);
const article = id.transform((value) => value as ArticleId);
const token = z
  .string()
  .min(1)
  .max(200)
  .transform((value) => value as TokenId);

const ofStory = z.union([
  z.tuple([z.literal('merge'), story, story]),
  z.tuple([z.literal('split'), story]),
  z.tuple([z.literal('pin'), story, article]),
  z.tuple([z.enum(['unpin', 'lock', 'unlock']), story]),
]);
const ofTags = z.union([
  z.tuple([z.enum(RETAGGINGS), article, token]),
  z.tuple([z.enum(['lock-tags', 'unlock-tags']), article]),
]);
const ofLog = z.tuple([z.enum(['removed', 'kept', 'undo']), id]);
const chosenArticles = z.array(article).max(1_000);

/** What a button of the newsroom says, `verb:of:what`, ready to be carried out; `undefined` for what none says. */
export function readCommand(form: FormData): ((by: ByHand) => Promise<NewsroomResult>) | undefined {
  const said = form.get('do');
  const parts = typeof said === 'string' ? said.split(':') : [];
  const chosen = chosenArticles.safeParse(form.getAll('article'));
  const [stories, tags, log] = [ofStory.safeParse(parts), ofTags.safeParse(parts), ofLog.safeParse(parts)];
  if (stories.success && chosen.success) return (by) => decideOnStory(stories.data, chosen.data, by);
  if (tags.success) return (by) => decideOnTags(tags.data, by);
  if (log.success) return (by) => settle(log.data, by);
  return undefined;
}

function decideOnStory(
  command: z.infer<typeof ofStory>,
  chosen: readonly ArticleId[],
  by: ByHand,
): Promise<NewsroomResult> {
  const [verb, storyId, other] = command;
  switch (verb) {
    case 'merge':
      return mergeStories({ from: storyId, into: other }, by);
    case 'split':
      return splitStory({ storyId, chosen }, by);
    case 'pin':
      return pinLead({ storyId, articleId: other }, by);
    case 'unpin':
      return pinLead({ storyId, articleId: undefined }, by);
    case 'lock':
      return lockStory(storyId, by);
    case 'unlock':
      return unlockStory(storyId, by);
  }
}

function decideOnTags(command: z.infer<typeof ofTags>, by: ByHand): Promise<NewsroomResult> {
  if (command.length === 2)
    return lockTags({ articleId: command[1], locked: command[0] === 'lock-tags' }, by);
  const [retagging, articleId, tokenId] = command;
  return retagArticle({ retagging, articleId, tokenId }, by);
}

function settle([verb, of]: z.infer<typeof ofLog>, by: ByHand): Promise<NewsroomResult> {
  return verb === 'undo' ? undoDecision(of, by) : settleReport({ reportId: of, outcome: verb }, by);
}
