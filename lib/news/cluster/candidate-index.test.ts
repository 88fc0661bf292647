import { describe, expect, test } from 'vitest';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour, Placement } from '@/lib/model/placement';
import { CandidateIndex } from './candidate-index';
import { placeArticle } from './place-article';
import { streamOfArticles } from './test-stream';
import { neighbour, TEXT } from './test-articles';

describe('the candidates of an article', () => {
  test.each([
    ['a crowded field of one language', { seed: 4, count: 400, words: 220, languages: ['en'] }],
    ['sparse news in three scripts', { seed: 2, count: 400, words: 2_000, languages: ['en', 'zh', 'ru'] }],
    ['many copies and late originals', { seed: 3, count: 400, words: 600, languages: ['en'], copies: 0.5 }],
  ])('decide as all articles together do: %s', (_, stream) => {
    const index = new CandidateIndex();
    const everything = new Map<ArticleId, Neighbour>();
    const kinds = new Map<string, number>();
    let compared = 0;
    for (const [nth, article] of streamOfArticles(stream).entries()) {
      const candidates = index.candidatesOf(article);
      compared += candidates.length;
      const placement = placeArticle(article, candidates);
      // The full comparison is what all this spares; every third article is enough of it.
      if (nth % 3 === 0) expect(placement).toEqual(placeArticle(article, [...everything.values()]));
      const kind = placement.kind === 'opens' ? 'opens' : placement.relation;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      settle({ article, placement, id: (nth + 1) as ArticleId }, index, everything);
      // What is forgotten is forgotten in both.
      if (nth % 7 === 6) {
        const oldest = (nth / 2) | 0;
        index.remove(oldest as ArticleId);
        everything.delete(oldest as ArticleId);
      }
    }
    expect([...kinds.keys()].toSorted()).toEqual(['opens', 'origin', 'report', 'repost']);
    for (const count of kinds.values()) expect(count).toBeGreaterThan(2);
    expect(compared / stream.count).toBeLessThan(60);
    expect(index.size).toBe(everything.size);
  });

  test('have the original of a copy with them, which alone is copied', () => {
    const index = new CandidateIndex();
    index.put(neighbour(1, 'Bridge operator loses two vaults', { source: 'the-wire' }));
    index.put(
      neighbour(2, 'Vaults of a bridge are empty', { source: 'echo', body: TEXT, repostOf: 1, story: 10 }),
    );
    const copy = neighbour(3, 'Two vaults gone', { source: 'third', body: TEXT });
    expect(index.candidatesOf(copy).map(({ articleId }) => articleId)).toEqual([1, 2]);
  });

  test('come in the order in which they came in, also after one has moved', () => {
    const index = new CandidateIndex();
    for (const id of [1, 2, 3])
      index.put(neighbour(id, `Vaults emptied, ${id}`, { source: `wire-${id}`, body: TEXT }));
    index.move(1 as ArticleId, { storyId: 11 as StoryId, relation: 'repost', repostOfId: 3 as ArticleId });
    const found = index.candidatesOf(neighbour(4, 'Empty', { source: 'other', body: TEXT }));
    expect(found.map(({ articleId, storyId }) => [articleId, storyId])).toEqual([
      [1, 11],
      [2, 10],
      [3, 10],
    ]);
    expect(index.repostsOf(3 as ArticleId).map(({ articleId }) => articleId)).toEqual([1]);
  });

  test('are none once everything is forgotten, whatever was asked before', () => {
    const index = new CandidateIndex();
    const articles = streamOfArticles({ seed: 5, count: 60, words: 100, languages: ['en', 'zh'] });
    for (const [nth, article] of articles.entries())
      index.put({
        ...article,
        articleId: nth as ArticleId,
        storyId: nth as StoryId,
        relation: 'origin',
        repostOfId: undefined,
      });
    for (const [nth] of articles.entries()) index.remove(nth as ArticleId);
    for (const article of articles) expect(index.candidatesOf(article)).toEqual([]);
  });
});

/** Stores a placement in both, as the desk would. */
function settle(
  { article, placement, id }: Placed,
  index: CandidateIndex,
  everything: Map<ArticleId, Neighbour>,
): void {
  const stored: Neighbour = {
    ...article,
    articleId: id,
    storyId: placement.kind === 'opens' ? (id as number as StoryId) : placement.storyId,
    relation: placement.kind === 'opens' ? 'origin' : placement.relation,
    repostOfId:
      placement.kind === 'joins' && placement.relation === 'repost' ? placement.repostOfId : undefined,
  };
  index.put(stored);
  everything.set(id, stored);
  if (placement.kind === 'opens' || placement.relation === 'repost') return;
  absorb(placement, index, everything);
  const place = { storyId: placement.storyId, relation: 'repost' as const, repostOfId: id };
  for (const moved of everything.values()) {
    if (!placement.copies.some((copy) => copy === moved.articleId || copy === moved.repostOfId)) continue;
    index.move(moved.articleId, place);
    everything.set(moved.articleId, { ...moved, ...place });
  }
}

function absorb(
  { absorbs, storyId }: Extract<Placement, { copies: unknown }>,
  index: CandidateIndex,
  everything: Map<ArticleId, Neighbour>,
): void {
  for (const absorbed of everything.values()) {
    if (absorbed.storyId !== absorbs) continue;
    const moved = { ...absorbed, storyId };
    index.move(moved.articleId, moved);
    everything.set(moved.articleId, moved);
  }
}

interface Placed {
  readonly article: ComparableArticle;
  readonly placement: Placement;
  readonly id: ArticleId;
}
