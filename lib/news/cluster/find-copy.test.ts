import { describe, expect, test } from 'vitest';
import type { Attribution } from '@/lib/model/article';
import { placeArticle } from './place-article';
import { article, hours, neighbour, TEXT } from './test-articles';

describe('what is a repost', () => {
  const original = neighbour(1, 'Bridge operator loses two vaults to a retired key', { body: TEXT });

  test.each<readonly [how: string, title: string, body: string]>([
    ['word for word', 'Bridge operator loses two vaults to a retired key', TEXT],
    ['under another title', 'Another week, another bridge', TEXT],
    ['cut to an excerpt', 'Bridge operator loses two vaults to a retired key', `${TEXT.slice(0, 190)}…`],
    ['cut and retitled', 'Two vaults gone in nine minutes', `${TEXT.slice(0, 190)} [...]`],
    [
      'wrapped',
      'Bridge operator loses two vaults',
      `Market news. ${TEXT} The views above are those of their author alone.`,
    ],
    [
      'lightly edited',
      'Two vaults gone',
      TEXT.replace('Monday', 'Tuesday').replace('emptied', 'drained').replace('outside', 'external'),
    ],
  ])('%s', (_how, title, body) => {
    const copy = article(title, { body, source: 'the-mirror', claimedAt: hours(3) });
    expect(placeArticle(copy, [original])).toMatchObject({
      kind: 'joins',
      relation: 'repost',
      repostOfId: 1,
      storyId: 10,
    });
  });

  test('a Chinese text carried over in part', () => {
    const body =
      '跨链桥运营方周一表示，攻击者在九分钟内掏空了两个金库。一把本应在春季停用的签名密钥仍被合约接受。在外部团队逐行审查代码之前，充值将保持关闭。';
    const told = neighbour(1, '跨链桥两个金库被掏空', { language: 'zh', body });
    const copy = article('九分钟，两个金库', {
      language: 'zh',
      body: body.slice(0, 50),
      source: 'the-mirror',
      claimedAt: hours(1),
    });
    expect(placeArticle(copy, [told])).toMatchObject({ relation: 'repost', repostOfId: 1 });
  });

  test('a source never reposts itself', () => {
    const again = article('Bridge operator loses two vaults to a retired key', {
      body: TEXT,
      claimedAt: hours(1),
    });
    expect(placeArticle(again, [original])).toMatchObject({ kind: 'joins', relation: 'report', copies: [] });
  });

  test('the copy of a copy belongs to the original', () => {
    const copy = neighbour(2, 'Two vaults gone', {
      body: TEXT,
      source: 'the-mirror',
      repostOf: 1,
      claimedAt: hours(1),
    });
    const third = article('Two vaults gone', {
      body: TEXT,
      source: 'mirror-of-mirrors',
      claimedAt: hours(2),
    });
    expect(placeArticle(third, [copy, original])).toMatchObject({ relation: 'repost', repostOfId: 1 });
  });

  test('it still does when the original has left the window', () => {
    const copy = neighbour(2, 'Two vaults gone', {
      body: TEXT,
      source: 'the-mirror',
      repostOf: 1,
      claimedAt: hours(1),
    });
    const third = article('Two vaults gone', {
      body: TEXT,
      source: 'mirror-of-mirrors',
      claimedAt: hours(2),
    });
    expect(placeArticle(third, [copy])).toMatchObject({ relation: 'repost', repostOfId: 1, storyId: 10 });
  });

  test('the evidence can be read', () => {
    const copy = article('Two vaults gone', {
      body: TEXT.slice(0, 240),
      source: 'the-mirror',
      claimedAt: hours(1),
    });
    expect(placeArticle(copy, [original])).toMatchObject({
      evidence: expect.stringMatching(/^\d+ % of the text stands in the other$/),
    });
  });
});

describe('who was first', () => {
  const title = 'Bridge operator loses two vaults to a retired key';

  test('a newsroom that comes in after its copy at an aggregator gets the story back', () => {
    const early = neighbour(1, title, {
      body: TEXT,
      source: 'the-mirror',
      sourceKind: 'aggregator',
      claimedAt: hours(0),
    });
    const late = article(title, { body: TEXT, source: 'the-gazette', claimedAt: hours(1) });
    expect(placeArticle(late, [early])).toEqual({
      kind: 'joins',
      relation: 'origin',
      storyId: 10,
      copies: [1],
      evidence: 'The same text, word for word',
    });
  });

  test('of two newsrooms the earlier claim counts, not the earlier sight', () => {
    const seenFirst = neighbour(1, title, { body: TEXT, claimedAt: hours(2) });
    const claimedFirst = article(title, { body: TEXT, source: 'the-gazette', claimedAt: hours(1) });
    expect(placeArticle(claimedFirst, [seenFirst])).toMatchObject({ relation: 'origin', copies: [1] });
  });

  test('a copy that names its source loses, whatever the clocks say', () => {
    const confessing = neighbour(1, title, {
      body: TEXT,
      source: 'the-mirror',
      claimedAt: hours(0),
      attribution: credit('The Gazette', 'https://the-gazette.example/5'),
    });
    const original = article(title, {
      body: TEXT,
      source: 'the-gazette',
      url: 'https://the-gazette.example/5',
      claimedAt: hours(5),
    });
    expect(placeArticle(original, [confessing])).toMatchObject({
      relation: 'origin',
      copies: [1],
      evidence: 'The post appeared first on The Gazette.',
    });
  });

  test('the article that lives at the address both give is the original', () => {
    const elsewhere = neighbour(1, 'Retold', {
      source: 'the-mirror',
      url: 'https://the-mirror.example/x',
      canonicalUrl: 'https://the-gazette.example/5',
    });
    const home = article(title, {
      source: 'the-gazette',
      url: 'https://the-gazette.example/5',
      claimedAt: hours(5),
    });
    expect(placeArticle(home, [elsewhere])).toMatchObject({ relation: 'origin', copies: [1] });
  });

  test('a copy that was taken for a report is relabelled where it stands', () => {
    const lead = neighbour(1, 'Vaults of a bridge emptied overnight');
    const report = neighbour(2, title, {
      body: TEXT,
      source: 'the-mirror',
      sourceKind: 'aggregator',
      relation: 'report',
    });
    const late = article(title, { body: TEXT, source: 'the-gazette', claimedAt: hours(1) });
    expect(placeArticle(late, [lead, report])).toMatchObject({
      relation: 'report',
      storyId: 10,
      copies: [2],
    });
  });
});

function credit(name: string, url: string): Attribution {
  return { kind: 'appeared-first-on', name, url, evidence: `The post appeared first on ${name}.` };
}
