import type { StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour } from '@/lib/model/placement';
import { spellStems } from './fingerprint';
import { kinshipOf, type Kinship } from './same-event';

export interface StoryFound {
  readonly storyId: StoryId;
  readonly evidence: string;
}

/** A story of one article takes another only on strong likeness; joined in error, two events are hard to part. */
export const JOIN_FROM_SCORE = 0.5;
const CLOSEST_SHARE = 0.4;
const MAX_MEMBERS_COMPARED = 6;
const MAX_SHARED_SHOWN = 4;

/** The story whose reports `article` is most akin to, if akin enough. Reposts have no voice: they are no tellings. */
export function findStory(
  article: ComparableArticle,
  neighbours: readonly Neighbour[],
): StoryFound | undefined {
  const kin = new Map<StoryId, { scores: number[]; best: Kinship; nearest: Neighbour }>();
  for (const neighbour of neighbours) {
    const kinship = neighbour.relation === 'repost' ? undefined : kinshipOf(article, neighbour);
    if (!kinship) continue;
    const found = kin.get(neighbour.storyId);
    found?.scores.push(kinship.score);
    if (!found) kin.set(neighbour.storyId, { scores: [kinship.score], best: kinship, nearest: neighbour });
    else if (kinship.score > found.best.score)
      kin.set(neighbour.storyId, { ...found, best: kinship, nearest: neighbour });
  }
  const ranked = [...kin].map(([storyId, found]) => ({ storyId, ...found, score: scoreOf(found.scores) }));
  const first = ranked.toSorted((a, b) => b.score - a.score)[0];
  if (!first || first.score < JOIN_FROM_SCORE) return undefined;
  return { storyId: first.storyId, evidence: explain(article, first.best, first.nearest) };
}

/** The closest member counts most; the rest keep a chain of chance likenesses from growing. */
function scoreOf(scores: readonly number[]): number {
  const closest = scores.toSorted((a, b) => b - a).slice(0, MAX_MEMBERS_COMPARED);
  const mean = closest.reduce((sum, score) => sum + score, 0) / closest.length;
  return CLOSEST_SHARE * (closest[0] ?? 0) + (1 - CLOSEST_SHARE) * mean;
}

function explain(article: ComparableArticle, { shared }: Kinship, { title }: Neighbour): string {
  const words = spellStems(article, shared.slice(0, MAX_SHARED_SHOWN));
  return `Shares ${words.map((word) => `“${word}”`).join(', ')} with “${title}”`;
}
