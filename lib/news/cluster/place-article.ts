import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour, Placement } from '@/lib/model/placement';
import { findCopy, type Copy } from './find-copy';
import { findStory, type Knowledge } from './find-story';
import { comesBefore } from './precedence';

/**
 * Where an article belongs among those the desk has: a repost of one of them, their late original,
 * another telling of an event, or the opening of a new story. Says nothing of itself about storing it.
 */
export function placeArticle(
  article: ComparableArticle,
  neighbours: readonly Neighbour[],
  knowledge: Knowledge = {},
): Placement {
  const copies = neighbours.flatMap((neighbour) => findCopy(article, neighbour) ?? []);
  const closest = strongest(copies);
  return closest
    ? placeAmongCopies(article, { copies, closest, neighbours })
    : placeByEvent(article, neighbours, knowledge);
}

interface CopiesFound {
  readonly copies: readonly Copy[];
  readonly closest: Copy;
  readonly neighbours: readonly Neighbour[];
}

function placeAmongCopies(
  article: ComparableArticle,
  { copies, closest, neighbours }: CopiesFound,
): Placement {
  const { storyId } = closest.neighbour;
  const roots = rootsOf(copies, storyId, neighbours);
  const earlier = strongest(roots.filter((root) => !comesBefore(article, root)));
  if (earlier || roots.length === 0) {
    const origin = earlier ?? closest;
    const repostOfId = origin.neighbour.repostOfId ?? origin.neighbour.articleId;
    return { kind: 'joins', relation: 'repost', storyId, repostOfId, evidence: origin.evidence };
  }
  const leads = roots.some(({ neighbour }) => neighbour.relation === 'origin');
  return {
    kind: 'joins',
    relation: leads ? 'origin' : 'report',
    storyId,
    copies: roots.map(({ neighbour }) => neighbour.articleId),
    evidence: closest.evidence,
  };
}

/** The originals, as far as known, behind the copies of one story; what was said of a copy is said of its original. */
function rootsOf(
  copies: readonly Copy[],
  storyId: StoryId,
  neighbours: readonly Neighbour[],
): readonly Copy[] {
  const roots = new Map<ArticleId, Copy>();
  for (const copy of copies) {
    const root = rootOf(copy.neighbour, neighbours);
    if (!root || root.storyId !== storyId) continue;
    const known = roots.get(root.articleId);
    if (!known || known.strength < copy.strength) roots.set(root.articleId, { ...copy, neighbour: root });
  }
  return [...roots.values()];
}

function rootOf(neighbour: Neighbour, neighbours: readonly Neighbour[]): Neighbour | undefined {
  if (neighbour.repostOfId === undefined) return neighbour;
  return neighbours.find(({ articleId }) => articleId === neighbour.repostOfId);
}

function strongest(copies: readonly Copy[]): Copy | undefined {
  return copies.reduce<Copy | undefined>(
    (best, copy) => (best && best.strength >= copy.strength ? best : copy),
    undefined,
  );
}

function placeByEvent(
  article: ComparableArticle,
  neighbours: readonly Neighbour[],
  knowledge: Knowledge,
): Placement {
  const story = findStory(article, neighbours, knowledge);
  if (!story) return { kind: 'opens' };
  const { storyId, evidence, fit, absorbs } = story;
  const merged = absorbs === undefined ? {} : { absorbs };
  return { kind: 'joins', relation: 'report', storyId, copies: [], evidence, fit, ...merged };
}
