import { beforeAll, expect, test } from 'vitest';
import { useTestDatabase } from '@/db/testing';
import { addArticle, addSource, addToken, addTopic } from '@/db/testing/add-rows';
import type { ArticleId, SourceId, StoryId } from '@/lib/model/ids';
import { storePage } from '@/db/writes/store-page';
import { readArticle } from './article';
import { readRelatedHeadlines } from './related-headlines';
import { readStoryMembers } from './story';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));

const rows = { lead: undefined, copy: undefined, hidden: undefined } as Record<string, ArticleId | undefined>;
let storyId: StoryId;

useTestDatabase();
beforeAll(async () => {
  const [alpha, beta] = [await addSource('alpha'), await addSource('beta')];
  const [bitcoin, ether] = [await addToken('bitcoin', 'BTC'), await addToken('ethereum', 'ETH')];
  const etf = await addTopic('etf');
  const lead = await addArticle({
    sourceId: alpha,
    title: 'Funds',
    at: at(1),
    tokenIds: [ether, bitcoin],
    topicIds: [etf],
  });
  storyId = lead.storyId;
  rows['lead'] = lead.articleId;
  const copy = await addArticle({
    sourceId: beta,
    title: 'Funds',
    at: at(3),
    joins: { storyId, relation: 'repost', repostOfId: lead.articleId },
    tokenIds: [ether],
  });
  rows['copy'] = copy.articleId;
  rows['hidden'] = (
    await addArticle({ sourceId: beta, title: 'Gone', at: at(4), hidden: true, tokenIds: [ether] })
  ).articleId;
  await others(beta, { both: [ether, bitcoin], one: [bitcoin], none: [] }, etf);
});

test('an article comes with its tokens, the main one first, its topics and its story', async () => {
  const article = await readArticle(rows['lead'] as ArticleId);
  expect(article?.tokens.map((token) => token.id)).toEqual(['ethereum', 'bitcoin']);
  expect(article?.tokens[0]).toMatchObject({
    why: { field: 'title', rule: 'name', confirmedBy: undefined, decidedBy: 'linker' },
    article: { id: rows['lead'], slug: article?.slug },
  });
  expect(article?.topics).toEqual([{ id: 'etf', name: 'etf' }]);
  expect(article?.story.id).toBe(storyId);
  expect(article).toMatchObject({ repost: false, original: undefined, dek: undefined, bodyHtml: undefined });
});

test('a copy names its original and where that is', async () => {
  const copy = await readArticle(rows['copy'] as ArticleId);
  expect(copy).toMatchObject({
    repost: true,
    original: { url: 'https://alpha.example/funds', source: { id: 'alpha' } },
  });
});

test('an article comes with how it is shown, and its page once that holds a text', async () => {
  const id = rows['lead'] as ArticleId;
  expect((await readArticle(id))?.fullText).toEqual({ mode: 'excerpt', excerptChars: 600, page: undefined });
  const page = { articleId: id, fetchedAt: at(9), canonicalUrl: undefined, attribution: undefined };
  await storePage({ ...page, bodyHtml: '<p>All.</p>', bodyText: 'All.', message: undefined });
  await storePage({ ...page, bodyHtml: undefined, bodyText: undefined, message: 'Asked twice.' });
  expect((await readArticle(id))?.fullText.page).toEqual({ bodyHtml: '<p>All.</p>', bodyText: 'All.' });
});

test('an article that was taken down or never was is not there', async () => {
  expect(await readArticle(rows['hidden'] as ArticleId)).toBeUndefined();
  expect(await readArticle(999_999_999_999_999 as ArticleId)).toBeUndefined();
});

test("a story's members stand by time, copies with whom they copy", async () => {
  const members = await readStoryMembers(storyId);
  expect(members.map(({ id, relation, repostOfId }) => [id, relation, repostOfId])).toEqual([
    [rows['lead'], 'origin', undefined],
    [rows['copy'], 'repost', rows['lead']],
  ]);
});

test('related are leads of other stories: what shares most first, never what was taken down', async () => {
  const article = await readArticle(rows['lead'] as ArticleId);
  const question = {
    storyId,
    tokenIds: article?.tokens.map((token) => token.id) ?? [],
    topicIds: article?.topics.map((topic) => topic.id) ?? [],
    limit: 9,
  };
  const related = await readRelatedHeadlines(question);
  expect(related.map((headline) => headline.title)).toEqual(['both', 'one', 'none']);
  expect(related[0]?.excerpt).toBe('both, in full.');
  expect(await readRelatedHeadlines({ ...question, limit: 1 })).toHaveLength(1);
  expect(await readRelatedHeadlines({ ...question, tokenIds: [], topicIds: [] })).toEqual([]);
});

async function others(
  sourceId: SourceId,
  stories: Record<string, NonNullable<Parameters<typeof addArticle>[0]['tokenIds']>>,
  topic: NonNullable<Parameters<typeof addArticle>[0]['topicIds']>[number],
): Promise<void> {
  let minute = 10;
  for (const [title, tokenIds] of Object.entries(stories)) {
    minute += 1;
    await addArticle({ sourceId, title, at: at(minute), tokenIds, topicIds: [topic] });
  }
}
