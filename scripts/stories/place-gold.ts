import type { ArticleId, StoryId } from '@/lib/model/ids';
import { NEIGHBOUR_WINDOW_MS } from '@/lib/model/placement';
import { Bonds } from '@/lib/news/cluster/bonds';
import { CandidateIndex } from '@/lib/news/cluster/candidate-index';
import { momentOf } from '@/lib/news/cluster/same-event';
import { PlacingBatch, type Placed } from '@/lib/news/placing-batch';
import type { GoldArticle } from './read-gold';

const NO_BONDS = new Bonds([]);

/** What the desk makes of articles as they come in: how each was placed, and the story it stands in at the end. */
export interface PlacedGold {
  readonly placed: readonly Placed[];
  readonly stories: readonly StoryId[];
}

/** Places articles one by one as the desk does; what is older than the window is forgotten. The nth has the id n + 1. */
export function placeGold(gold: readonly Pick<GoldArticle, 'article'>[]): PlacedGold {
  const window = new CandidateIndex();
  const left = new Map<ArticleId, StoryId>();
  const placed = gold.map(({ article }, nth): Placed => {
    forgetBefore(momentOf(article) - NEIGHBOUR_WINDOW_MS, window, left);
    const ids = { articleId: (nth + 1) as ArticleId, storyId: (nth + 1) as StoryId };
    return new PlacingBatch(window, [], NO_BONDS).place(article, ids);
  });
  const stories = placed.map(
    ({ articleId, storyId }) => window.get(articleId)?.storyId ?? left.get(articleId) ?? storyId,
  );
  return { placed, stories };
}

/** What leaves the window keeps the story it stood in. */
function forgetBefore(oldestMs: number, window: CandidateIndex, left: Map<ArticleId, StoryId>): void {
  for (const id of window.all()) {
    const known = window.get(id);
    if (!known || momentOf(known) >= oldestMs) continue;
    left.set(id, known.storyId);
    window.remove(id);
  }
}
