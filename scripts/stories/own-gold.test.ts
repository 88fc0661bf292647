import { expect, test } from 'vitest';
import { momentOf, ownGold, ownReposts } from './own-gold';
import { placeGold } from './place-gold';
import { scoreClusters } from './score-stories';

/** What was reached, less the point that a change may cost. */
const FLOOR = { bcubed: 0.978, multi: 0.976, pairwise: 0.959, reposts: 0.99 };

test('stories of our own writing are told apart and together', () => {
  const gold = ownGold();
  expect(gold.length).toBeGreaterThanOrEqual(150);
  const { stories } = placeGold(gold);
  const { bcubed, multi, pairwise } = scoreClusters(
    gold.map((one, nth) => ({ truth: one.story ?? '', story: String(stories[nth]) })),
  );
  expect(bcubed.f1).toBeGreaterThanOrEqual(FLOOR.bcubed);
  expect(multi.f1).toBeGreaterThanOrEqual(FLOOR.multi);
  expect(pairwise.f1).toBeGreaterThanOrEqual(FLOOR.pairwise);
});

test('five hundred copies are found, and none is laid to another article', () => {
  const gold = ownGold();
  const reposts = ownReposts(gold);
  expect(reposts).toHaveLength(500);
  const all = [...gold, ...reposts].toSorted((a, b) => momentOf(a) - momentOf(b));
  const { placed } = placeGold(all);
  const nthOf = new Map(all.map(({ article }, nth) => [article, nth]));
  let found = 0;
  const wrong: string[] = [];
  for (const { article, of } of reposts) {
    const { placement } = placed[nthOf.get(article) ?? -1] ?? {};
    if (placement?.kind !== 'joins' || placement.relation !== 'repost') continue;
    const original = all[placement.repostOfId - 1]?.article;
    if (original === of) found += 1;
    else wrong.push(`${article.title} → ${original?.title}`);
  }
  expect(wrong).toEqual([]);
  expect(found / reposts.length).toBeGreaterThanOrEqual(FLOOR.reposts);
});
