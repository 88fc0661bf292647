import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { Neighbour } from '@/lib/model/placement';
import { findCopy } from '@/lib/news/cluster/find-copy';
import { kinshipOf, type Kinship } from '@/lib/news/cluster/same-event';
import type { GoldArticle } from './read-gold';

export interface LabelledPair {
  readonly features: Kinship['features'];
  readonly isSame: boolean;
}

/** Every two labelled articles that kinship is asked about: no copies, and nothing that shares no telling word. */
export function toPairs(gold: readonly GoldArticle[]): readonly LabelledPair[] {
  const labelled = gold.filter(({ story }) => story !== undefined);
  return labelled.flatMap(({ article, story }, nth) =>
    labelled.slice(0, nth).flatMap((earlier, at): readonly LabelledPair[] => {
      const neighbour = asNeighbour(earlier, at);
      const kinship = kinshipOf(article, neighbour);
      if (!kinship || findCopy(article, neighbour)) return [];
      return [{ features: kinship.features, isSame: earlier.story === story }];
    }),
  );
}

const made = new WeakMap<GoldArticle, Neighbour>();

function asNeighbour(gold: GoldArticle, at: number): Neighbour {
  const known = made.get(gold);
  if (known) return known;
  const neighbour: Neighbour = {
    ...gold.article,
    articleId: at as ArticleId,
    storyId: at as StoryId,
    relation: 'origin',
    repostOfId: undefined,
  };
  made.set(gold, neighbour);
  return neighbour;
}
