import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour, Placement } from '@/lib/model/placement';
import { shareFingerprint } from '@/lib/news/cluster/fingerprint';
import { placeArticle } from '@/lib/news/cluster/place-article';
import type { StoryModel } from '@/lib/news/cluster/story-model';
import type { GoldArticle } from './read-gold';

/** Shares from 0 to 1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface StoryScore {
  readonly bcubed: Score;
  /** B-cubed over articles that are not alone, in truth or in what was made of them. */
  readonly multi: Score;
  readonly pairwise: Score;
}

/** How well a model makes stories of labelled articles, streamed oldest first and each compared with all before it. */
export function scoreStories(gold: readonly GoldArticle[], model: StoryModel): StoryScore {
  const made = streamStories(gold, model);
  const labelled = gold.flatMap(({ story }, nth) =>
    story === undefined ? [] : [{ truth: story, story: String(made[nth]) }],
  );
  return scoreClusters(labelled);
}

function streamStories(gold: readonly GoldArticle[], model: StoryModel): readonly StoryId[] {
  const stored: Neighbour[] = [];
  for (const [nth, { article }] of gold.entries()) {
    const placement = placeArticle(article, stored, { model });
    stored.push(
      asStored({ ...article, articleId: nth as ArticleId, ...toPlace(placement, nth as StoryId) }, article),
    );
    if (placement.kind === 'opens' || placement.relation === 'repost') continue;
    const { storyId, absorbs, copies } = placement;
    const copied = { storyId, relation: 'repost', repostOfId: nth as ArticleId } as const;
    for (const [at, other] of stored.entries()) {
      if (other.storyId === absorbs) stored[at] = asStored({ ...other, storyId }, other);
      if (isAmong(copies, other)) stored[at] = asStored({ ...other, ...copied }, other);
    }
  }
  return stored.map(({ storyId }) => storyId);
}

function isAmong(copies: readonly ArticleId[], { articleId, repostOfId }: Neighbour): boolean {
  return copies.some((copy) => copy === articleId || copy === repostOfId);
}

function toPlace(
  placement: Placement,
  opened: StoryId,
): Pick<Neighbour, 'storyId' | 'relation' | 'repostOfId'> {
  if (placement.kind === 'opens') return { storyId: opened, relation: 'origin', repostOfId: undefined };
  const repostOfId = placement.relation === 'repost' ? placement.repostOfId : undefined;
  return { storyId: placement.storyId, relation: placement.relation, repostOfId };
}

function asStored(neighbour: Neighbour, known: ComparableArticle): Neighbour {
  shareFingerprint(known, neighbour);
  return neighbour;
}

/** What each article's story should be, and what was made of it. */
export function scoreClusters(
  articles: readonly { readonly truth: string; readonly story: string }[],
): StoryScore {
  const truths = count(articles.map(({ truth }) => truth));
  const stories = count(articles.map(({ story }) => story));
  const both = count(articles.map(toCell));
  const shares = articles.map((one) => {
    const common = both.get(toCell(one)) ?? 0;
    const [inTruth, inStory] = [truths.get(one.truth) ?? 1, stories.get(one.story) ?? 1];
    return { precision: common / inStory, recall: common / inTruth, isAlone: inTruth === 1 && inStory === 1 };
  });
  const common = pairsIn(both);
  return {
    bcubed: average(shares),
    multi: average(shares.filter(({ isAlone }) => !isAlone)),
    pairwise: toScore(common / (pairsIn(stories) || 1), common / (pairsIn(truths) || 1)),
  };
}

function toCell({ truth, story }: { readonly truth: string; readonly story: string }): string {
  return `${truth}\n${story}`;
}

function count(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function pairsIn(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

function average(shares: readonly { readonly precision: number; readonly recall: number }[]): Score {
  const mean = (of: 'precision' | 'recall') =>
    shares.reduce((sum, share) => sum + share[of], 0) / (shares.length || 1);
  return toScore(mean('precision'), mean('recall'));
}

function toScore(precision: number, recall: number): Score {
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
