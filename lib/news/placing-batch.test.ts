import { describe, expect, test } from 'vitest';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import type { Neighbour } from '@/lib/model/placement';
import { Bonds, type BondedPair } from './cluster/bonds';
import { CandidateIndex } from './cluster/candidate-index';
import { article, hours, neighbour } from './cluster/test-articles';
import { PlacingBatch } from './placing-batch';

const FILING =
  'Coinharbour filed papers with the comptroller on Friday to become a national trust company and said it does not mean to be a bank.';
const CHARTER =
  'With papers sent to the comptroller, Coinharbour asks for a national trust charter, under which its custody arm could settle payments.';
const BRIDGE = article('Coinharbour files with the comptroller for a national trust charter', {
  source: 'the-gazette',
  body: 'Papers that reached the comptroller this week would turn Coinharbour into a national trust company. Its custody arm could then settle payments in all states under one federal charter and licence.',
  claimedAt: hours(3),
});

describe('an article that belongs to two stories', () => {
  test('makes one of them: the younger leads to the older', () => {
    const { index, place } = windowOfTwo();
    expect(place(BRIDGE, 3)).toMatchObject({
      storyId: 10,
      placement: { kind: 'joins', relation: 'report', absorbs: 20 },
    });
    expect([1, 2, 3].map((id) => index.get(id as ArticleId)?.storyId)).toEqual([10, 10, 10]);
    expect(index.get(2 as ArticleId)?.relation).toBe('report');
  });

  test('has done nothing where it was not stored', () => {
    const { index, place, batch } = windowOfTwo();
    place(BRIDGE, 3);
    batch.undo();
    expect([1, 2, 3].map((id) => index.get(id as ArticleId)?.storyId)).toEqual([10, 20, undefined]);
    expect(index.get(2 as ArticleId)?.relation).toBe('origin');
  });

  test('leaves them two where an operator put their articles apart', () => {
    const { place } = windowOfTwo({ pairs: [pair(1, 2, 'apart')] });
    expect(place(BRIDGE, 3).placement).not.toHaveProperty('absorbs');
  });

  test.each(['locked', 'pinned'] as const)('leaves alone a younger one that is %s', (storyHold) => {
    const { index, place } = windowOfTwo({ storyHold });
    expect(place(BRIDGE, 3)).toMatchObject({ placement: { kind: 'joins' } });
    expect(index.get(2 as ArticleId)).toMatchObject({ storyId: 20, relation: 'origin' });
  });
});

describe('what an operator decided', () => {
  test('of a pair is asked before anything is compared', () => {
    const { place } = windowOfTwo({ pairs: [pair(2, 3, 'together')] });
    expect(place(article('Ferry company sinks its own sale'), 3)).toMatchObject({
      storyId: 20,
      placement: { kind: 'joins', relation: 'report' },
    });
  });

  test('to be apart never joins', () => {
    const { place } = windowOfTwo({ pairs: [pair(1, 3, 'apart'), pair(2, 3, 'apart')] });
    expect(place(BRIDGE, 3).placement.kind).toBe('opens');
  });

  test('closes a story to reports and copies alike', () => {
    const index = new CandidateIndex();
    index.put({
      ...neighbour(1, 'Coinharbour applies for a trust charter', { body: FILING }),
      storyHold: 'locked',
    });
    const batch = new PlacingBatch(index, [], new Bonds([]));
    const copy = article('Coinharbour applies for a trust charter', { body: FILING, source: 'the-mirror' });
    expect(batch.place(copy, ids(2)).placement.kind).toBe('opens');
  });
});

function windowOfTwo({ pairs = [], storyHold }: Decided = {}) {
  const index = new CandidateIndex();
  index.put(neighbour(1, 'Coinharbour applies for a national trust charter', { body: FILING }));
  index.put({
    ...neighbour(2, 'National trust charter sought by Coinharbour for its custody arm', {
      body: CHARTER,
      source: 'the-post',
      story: 20,
      claimedAt: hours(1),
    }),
    storyHold,
  });
  const batch = new PlacingBatch(index, [], new Bonds(pairs));
  return { index, batch, place: (told: typeof BRIDGE, id: number) => batch.place(told, ids(id)) };
}

function pair(articleId: number, otherId: number, bond: BondedPair['bond']): BondedPair {
  return { articleId: articleId as ArticleId, otherId: otherId as ArticleId, bond };
}

function ids(id: number) {
  return { articleId: id as ArticleId, storyId: (id * 10) as StoryId };
}

interface Decided {
  readonly pairs?: readonly BondedPair[];
  readonly storyHold?: Neighbour['storyHold'];
}
