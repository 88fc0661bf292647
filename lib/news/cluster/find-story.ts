import type { StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour, StoryFit } from '@/lib/model/placement';
import { spellStems } from './fingerprint';
import { isOneStory } from './one-story';
import { kinshipOf, type Kinship } from './same-event';
import { STORY_MODEL, type StoryModel } from './story-model';

export interface StoryFound {
  readonly storyId: StoryId;
  readonly evidence: string;
  readonly fit: StoryFit;
  /** Another story that turns out to tell the same event, the younger of the two. */
  readonly absorbs: StoryId | undefined;
}

/** What is known besides the articles themselves. */
export interface Knowledge {
  readonly model?: StoryModel;
  /** Whether two stories may become one; an operator may have said that they are not. */
  readonly mayMerge?: (one: readonly Neighbour[], other: readonly Neighbour[]) => boolean;
}

/** A second story has to fit this much better than one that an article joins: merged in error, two are hard to part. */
const BRIDGE_MARGIN = 0.8;
const MAX_MEMBERS_COMPARED = 6;
const MAX_SHARED_SHOWN = 4;

/** The story whose reports `article` is most akin to, if akin enough. Reposts have no voice: they are no tellings. */
export function findStory(
  article: ComparableArticle,
  neighbours: readonly Neighbour[],
  { model = STORY_MODEL, mayMerge = () => true }: Knowledge = {},
): StoryFound | undefined {
  const [first, second] = rankStories(article, neighbours, model);
  if (!first || first.score < model.joinFrom) return undefined;
  const other = second && bridges(first, second, { model, mayMerge }) ? second.storyId : undefined;
  const { neighbour, kinship } = first.nearest;
  return {
    storyId: other === undefined ? first.storyId : older(first.storyId, other),
    evidence: explain(article, kinship, neighbour),
    fit: { score: first.score, features: kinship.features },
    absorbs: other === undefined ? undefined : younger(first.storyId, other),
  };
}

/** Stories are numbered as they are opened. */
function older(one: StoryId, other: StoryId): StoryId {
  return one < other ? one : other;
}

function younger(one: StoryId, other: StoryId): StoryId {
  return one < other ? other : one;
}

/** Whether what is near to both stories shows that they are one. */
function bridges(first: NearStory, second: NearStory, { model, mayMerge }: Required<Knowledge>): boolean {
  if (second.score < model.joinFrom + BRIDGE_MARGIN) return false;
  const [one, other] = [membersOf(first), membersOf(second)];
  return isOneStory(one, other, model) && mayMerge(one, other);
}

interface NearStory {
  readonly storyId: StoryId;
  readonly score: number;
  /** Its members as far as they are akin at all, the closest first. */
  readonly kin: readonly Kin[];
  readonly nearest: Kin;
}

interface Kin {
  readonly neighbour: Neighbour;
  readonly kinship: Kinship;
}

/** The nearest first. */
function rankStories(
  article: ComparableArticle,
  neighbours: readonly Neighbour[],
  model: StoryModel,
): readonly NearStory[] {
  const stories = new Map<StoryId, [Kin, ...Kin[]]>();
  for (const neighbour of neighbours) {
    const kinship = neighbour.relation === 'repost' ? undefined : kinshipOf(article, neighbour, model);
    if (!kinship) continue;
    const found = stories.get(neighbour.storyId);
    if (found) found.push({ neighbour, kinship });
    else stories.set(neighbour.storyId, [{ neighbour, kinship }]);
  }
  return [...stories]
    .map(([storyId, members]) => {
      const kin = members.toSorted(byKinship);
      const score = scoreOf(
        kin.map(({ kinship }) => kinship.score),
        model,
      );
      return { storyId, kin, nearest: kin[0] ?? members[0], score };
    })
    .toSorted((a, b) => b.score - a.score || a.storyId - b.storyId);
}

function byKinship(a: Kin, b: Kin): number {
  return b.kinship.score - a.kinship.score || a.neighbour.articleId - b.neighbour.articleId;
}

/** The closest member counts for itself; the rest keep a chain of chance likenesses from growing. */
function scoreOf(closestFirst: readonly number[], { closestShare }: StoryModel): number {
  const compared = closestFirst.slice(0, MAX_MEMBERS_COMPARED);
  const mean = compared.reduce((sum, score) => sum + score, 0) / compared.length;
  return closestShare * (compared[0] ?? 0) + (1 - closestShare) * mean;
}

function membersOf({ kin }: NearStory): readonly Neighbour[] {
  return kin.map(({ neighbour }) => neighbour);
}

function explain(article: ComparableArticle, { shared }: Kinship, { title }: Neighbour): string {
  const words = spellStems(article, shared.slice(0, MAX_SHARED_SHOWN));
  return `Shares ${words.map((word) => `“${word}”`).join(', ')} with “${title}”`;
}
