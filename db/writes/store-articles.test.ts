import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findExactNeighbours, loadNeighboursById, loadNeighboursSince } from '@/db/queries/find-neighbours';
import { findKnownArticles } from '@/db/queries/known-articles';
import { reserveIds } from '@/db/queries/reserve-ids';
import { articles, articleTokens, stories } from '@/db/schema/articles';
import { tokens } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import type { TaggedArticle } from '@/lib/model/article';
import type { FeedToPoll, SourceKind } from '@/lib/model/feed';
import type { ArticleId, SourceId, StoryId, TokenId } from '@/lib/model/ids';
import type { Placement } from '@/lib/model/placement';
import type { TokenTag } from '@/lib/model/tag';
import { claimDueFeeds } from './claim-due-feeds';
import { seedFeeds } from './seed-feeds';
import { storeArticles } from './store-articles';

const NOW = new Date('2026-11-23T12:00:00Z');
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const OPENS: Placement = { kind: 'opens' };
const LANTERN: TokenTag = {
  tokenId: 'lantern' as TokenId, role: 'primary', score: 1, rule: 'name', field: 'title', matchedText: 'Lantern',
  spanStart: 0, spanEnd: 7, confirmedBy: undefined,
}; // prettier-ignore

useTestDatabase();
let post: FeedToPoll;
let echo: FeedToPoll;
let number = 0;

beforeAll(async () => {
  const word = { symbolAmbiguity: 'safe', nameAmbiguity: 'safe' } as const;
  for (const id of ['lantern', 'harbour']) {
    await database()
      .insert(tokens)
      .values({ id: id as TokenId, symbol: id, name: id, ...word });
  }
  await seedFeeds([catalogueFeed('post', 'newsroom'), catalogueFeed('echo', 'aggregator')], NOW);
  const claimed = await claimDueFeeds(minutes(10), 9);
  const of = (id: string) => claimed.find((feed) => feed.source.id === id) ?? fail(`no feed of ${id}`);
  [post, echo] = [of('post'), of('echo')];
});

describe('a new article', () => {
  test('opens a story that bears its title and leads it', async () => {
    const stored = await store(post, write({ title: 'Lantern lowers its fee', tokens: [LANTERN] }), OPENS);
    expect(await row(stored.articleId)).toMatchObject({
      slug: 'lantern-lowers-its-fee',
      storyRelation: 'origin',
      sortedAt: minutes(-5),
    });
    expect(await story(stored.storyId)).toMatchObject({
      title: 'Lantern lowers its fee', leadArticleId: stored.articleId, articleCount: 1, publisherCount: 1, repostCount: 0,
      firstSeenAt: NOW, lastArticleAt: minutes(-5), redirectTo: null,
    }); // prettier-ignore
  });

  test('is stored once, by the feed’s id or by its address, also when polls overlap', async () => {
    const article = write({ title: 'Harbour opens' });
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => store(post, article, OPENS)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(store(post, { ...article, guid: 'another-id' }, OPENS)).rejects.toThrow(/articles/);
    const moved = { ...article, canonicalUrl: 'https://post.example/moved' };
    await expect(store(post, moved, OPENS)).rejects.toThrow(/articles/);
    expect(await database().select().from(articles).where(eq(articles.title, 'Harbour opens'))).toHaveLength(
      1,
    );
    expect(await database().select().from(stories).where(eq(stories.title, 'Harbour opens'))).toHaveLength(1);
  });

  test('of another source at the same address is another article', async () => {
    const article = write({ title: 'Tide turns' });
    const first = await store(post, article, OPENS);
    const second = await store(echo, article, OPENS);
    expect(second.articleId).not.toBe(first.articleId);
  });

  test('in a script without spaces has a slug, and one of signs alone has none', async () => {
    const slugOf = async (title: string) =>
      (await row((await store(post, write({ title }), OPENS)).articleId)).slug;
    expect(await slugOf('比特币突破十万美元')).toBe('比特币突破十万美元');
    expect(await slugOf('🚀🚀')).toBe('');
  });

  test('takes nothing with it when it cannot be stored whole', async () => {
    const before = await counts();
    const unknown = { ...LANTERN, tokenId: 'no-such-token' as TokenId };
    await expect(store(post, write({ title: 'Half', tokens: [unknown] }), OPENS)).rejects.toThrow(
      /article_tokens/,
    );
    expect(await counts()).toEqual(before);
  });
});

describe('a story', () => {
  test('counts reports of other houses, and no reposts', async () => {
    const lead = await store(post, write({ title: 'Mint pauses' }), OPENS);
    const { storyId } = lead;
    const joins = { kind: 'joins', storyId, evidence: 'a test' } as const;
    await store(echo, write({ title: 'Mint pauses work' }), { ...joins, relation: 'report', copies: [] });
    await store(echo, write({ title: 'Mint pauses (copy)' }), {
      ...joins,
      relation: 'repost',
      repostOfId: lead.articleId,
    });
    expect(await story(storyId)).toMatchObject({
      articleCount: 3,
      publisherCount: 2,
      repostCount: 1,
      leadArticleId: lead.articleId,
    });
  });

  test('is led by a late original; its copies and theirs become reposts of it, from their own stories too', async () => {
    const copy = await store(echo, write({ title: 'Copied early' }), OPENS);
    const again = await store(echo, write({ title: 'Copied again' }), {
      kind: 'joins',
      relation: 'repost',
      storyId: copy.storyId,
      repostOfId: copy.articleId,
      evidence: 'a test',
    });
    const apart = await store(echo, write({ title: 'Copied apart' }), OPENS);
    const original = await store(post, write({ title: 'Written first' }), {
      kind: 'joins', relation: 'origin', storyId: copy.storyId, copies: [copy.articleId, apart.articleId], evidence: 'a test',
    }); // prettier-ignore
    for (const { articleId } of [copy, again, apart]) {
      expect(await row(articleId)).toMatchObject({
        repostOfId: original.articleId,
        storyRelation: 'repost',
        storyId: copy.storyId,
      });
    }
    expect(await story(copy.storyId)).toMatchObject({
      title: 'Written first', leadArticleId: original.articleId, articleCount: 4, publisherCount: 1, repostCount: 3,
    }); // prettier-ignore
    expect(await story(apart.storyId)).toMatchObject({ redirectTo: copy.storyId });
  });

  test('keeps the lead an operator pinned when a late original comes in', async () => {
    const lead = await store(echo, write({ title: 'Pinned' }), OPENS);
    await database().update(stories).set({ pinnedAt: NOW });
    await store(post, write({ title: 'Earlier' }), {
      kind: 'joins', relation: 'origin', storyId: lead.storyId, copies: [lead.articleId], evidence: 'a test',
    }); // prettier-ignore
    expect(await story(lead.storyId)).toMatchObject({ leadArticleId: lead.articleId, title: 'Pinned' });
  });
});

describe('a revision', () => {
  test('changes wording and tags; address, times, story and an operator’s tag stay', async () => {
    const stored = await store(post, write({ title: 'Lantern waits', tokens: [LANTERN] }), OPENS);
    await database().insert(articleTokens).values({
      ...LANTERN, articleId: stored.articleId, tokenId: 'harbour' as TokenId, role: 'about', linkerVersion: 1, decidedBy: 'operator',
    }); // prettier-ignore
    const before = await row(stored.articleId);
    const after = write({
      title: 'Lantern moves',
      guid: before.guid,
      url: 'https://post.example/x',
      canonicalUrl: 'https://post.example/x',
      bodyHtml: undefined,
      bodyText: '',
    });
    const { guid, url, canonicalUrl } = before;
    await storeArticles({
      ...{ feed: post, placed: [], now: minutes(9), linkerVersion: 2 },
      revised: [
        {
          articleId: stored.articleId,
          article: after,
          guid,
          url,
          canonicalUrl,
          isReworded: true,
          changes: [],
        },
      ],
    });
    const { revisedAt, title, contentHash, titleHash, ...rest } = await row(stored.articleId);
    expect([title, revisedAt, contentHash, titleHash]).toEqual([
      'Lantern moves',
      minutes(9),
      after.contentHash,
      after.titleHash,
    ]);
    expect(before).toMatchObject(rest);
    expect(await tagsOf(stored.articleId)).toEqual(['harbour']);
    expect(await story(stored.storyId)).toMatchObject({ title: 'Lantern moves' });
  });
});

describe('neighbours', () => {
  test('are the visible articles seen lately, with their tags', async () => {
    const stored = await store(post, write({ title: 'Seen now', tokens: [LANTERN] }), OPENS);
    const hidden = await store(post, write({ title: 'Hidden' }), OPENS);
    await database().update(articles).set({ hiddenAt: NOW }).where(eq(articles.id, hidden.articleId));
    const ids = (await loadNeighboursSince(minutes(-1))).map((neighbour) => neighbour.articleId);
    expect(ids).toContain(stored.articleId);
    expect(ids).not.toContain(hidden.articleId);
    expect(await loadNeighboursSince(minutes(1))).toEqual([]);
    expect(await loadNeighboursById([stored.articleId])).toMatchObject([
      { title: 'Seen now', sourceKind: 'newsroom', tokenIds: ['lantern'], primaryTokenId: 'lantern' },
    ]);
  });

  test('of any age are found by address, title, body and the address an attribution names', async () => {
    const old = write({ title: 'Years ago', firstSeenAt: new Date('2020-01-01'), bodyHash: 'old body' });
    const { articleId } = await store(post, old, OPENS);
    const other = write({ title: 'Other' });
    const find = async (change: Partial<TaggedArticle>) =>
      (await findExactNeighbours([{ ...other, ...change }])).map((neighbour) => neighbour.articleId);
    expect(await find({})).toEqual([]);
    expect(await find({ canonicalUrl: old.canonicalUrl })).toEqual([articleId]);
    expect(await find({ titleHash: old.titleHash })).toEqual([articleId]);
    expect(await find({ bodyHash: 'old body' })).toEqual([articleId]);
    expect(
      await find({
        attribution: { kind: 'source-element', name: 'Post', url: old.canonicalUrl, evidence: 'a test' },
      }),
    ).toEqual([articleId]);
  });

  test('what is known is told by id or address, with the feed that brought it', async () => {
    const article = write({ title: 'Known' });
    const { articleId } = await store(post, article, OPENS);
    const moved = { guid: article.guid, canonicalUrl: 'https://post.example/elsewhere' };
    const renamed = { guid: 'renamed', canonicalUrl: article.canonicalUrl };
    const fresh = { guid: 'fresh', canonicalUrl: 'https://post.example/fresh' };
    const known = await findKnownArticles(post.source.id, [moved, renamed, fresh]);
    expect(known).toMatchObject([{ articleId, feedId: post.id, guid: article.guid, title: 'Known' }]);
    expect(await findKnownArticles(post.source.id, [renamed])).toHaveLength(1);
    expect(await findKnownArticles(post.source.id, [fresh])).toEqual([]);
    expect(await findKnownArticles(echo.source.id, [moved])).toEqual([]);
  });
});

function write(change: Partial<TaggedArticle> & { readonly title: string }): TaggedArticle {
  number += 1;
  const url = `https://post.example/${number}`;
  return {
    guid: `id-${number}`, url, canonicalUrl: url, dek: undefined, bodyHtml: '<p>Text.</p>', bodyText: 'Text.', author: undefined,
    language: 'en', image: undefined, categories: ['x'], claimedAt: minutes(-5), claimClamped: false, firstSeenAt: NOW,
    contentHash: `content ${change.title}`, titleHash: `title ${change.title}`, bodyHash: undefined, attribution: undefined,
    tokens: [], topics: [], ...change,
  }; // prettier-ignore
}

async function store(feed: FeedToPoll, article: TaggedArticle, placement: Placement) {
  const [ids] = await reserveIds(1);
  if (!ids) throw new Error('No ids came back.');
  const storyId = placement.kind === 'joins' ? placement.storyId : ids.storyId;
  const placed = { articleId: ids.articleId, storyId, article, placement, modelVersion: 7 };
  await storeArticles({ feed, placed: [placed], revised: [], now: NOW, linkerVersion: 1 });
  return placed;
}

async function row(id: ArticleId) {
  const [found] = await database().select().from(articles).where(eq(articles.id, id));
  return found ?? fail('The article is gone.');
}

async function story(id: StoryId) {
  const [found] = await database().select().from(stories).where(eq(stories.id, id));
  return found ?? fail('The story is gone.');
}

async function tagsOf(id: ArticleId): Promise<string[]> {
  return (await database().select().from(articleTokens).where(eq(articleTokens.articleId, id))).map(
    (tag) => tag.tokenId,
  );
}

async function counts(): Promise<number[]> {
  return [
    (await database().select().from(articles)).length,
    (await database().select().from(stories)).length,
  ];
}

function catalogueFeed(id: string, kind: SourceKind) {
  const source = {
    id: id as SourceId,
    name: id,
    siteUrl: `https://${id}.example`,
    language: 'en',
    country: undefined,
    kind,
    cryptoOnly: true,
  };
  return { url: `https://${id}.example/feed`, provenance: 'a test', fixedIntervalSeconds: 300, source };
}

function fail(message: string): never {
  throw new Error(message);
}
