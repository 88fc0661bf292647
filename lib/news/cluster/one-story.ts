import type { Neighbour } from '@/lib/model/placement';
import { kinshipOf } from './same-event';
import type { StoryModel } from './story-model';

/** How far below the score to join the members of two stories may lie from each other on the average. */
const SLACK = 0.8;
const MAX_MEMBERS_COMPARED = 6;
/** A saga that grows beyond this takes everything in. */
const MAX_MEMBERS = 40;
/** What two members without any telling word in common are taken for. */
const STRANGERS_SCORE = -6;

/** Whether two stories that a new article is near to tell one event, by their own members (the nearest to it first). */
export function isOneStory(
  one: readonly Neighbour[],
  other: readonly Neighbour[],
  model: StoryModel,
): boolean {
  if (one.length + other.length > MAX_MEMBERS) return false;
  const scores = one
    .slice(0, MAX_MEMBERS_COMPARED)
    .flatMap((a) =>
      other.slice(0, MAX_MEMBERS_COMPARED).map((b) => kinshipOf(a, b, model)?.score ?? STRANGERS_SCORE),
    );
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return mean >= model.joinFrom - SLACK;
}
