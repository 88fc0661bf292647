import { loadTokens } from '@/db/queries/load-tokens';
import { loadTopics } from '@/db/queries/load-topics';
import type { Article, TaggedArticle } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { ArticleId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour, Placement } from '@/lib/model/placement';
import { singleton } from '@/lib/system/singleton';
import { placeArticle } from './cluster/place-article';
import { StoryWindow } from './story-window';
import { createTopicTagger } from './tag/tag-topics';
import { createTagger, LINKER_VERSION } from './tag/tag-tokens';

/** What the news pipeline keeps between polls: the taggers and the window of recent articles. */
export interface NewsDesk {
  readonly linkerVersion: number;
  /** Runs one piece of work after the other, in the order they came. */
  oneByOne<T>(work: () => Promise<T>): Promise<T>;
  tag(article: Article, source: Source): TaggedArticle;
  place(
    article: TaggedArticle,
    source: Source,
    now: Date,
  ): Promise<{ readonly placement: Placement; readonly neighbours: readonly Neighbour[] }>;
  /** Takes what was just stored into the window, and what it moved. */
  remember(articleId: ArticleId, placement: Placement, neighbours: readonly Neighbour[]): Promise<void>;
  /** Reads an article whose wording has changed into the window again. */
  recall(articleId: ArticleId): Promise<void>;
}

/** The one desk of this process, made of the catalogues in the database. */
export function newsDesk(now: Date): Promise<NewsDesk> {
  const holder = singleton<{ desk: Promise<NewsDesk> | undefined }>('news-desk', () => ({ desk: undefined }));
  holder.desk ??= openNewsDesk(now).catch((error: unknown) => {
    holder.desk = undefined;
    throw error;
  });
  return holder.desk;
}

async function openNewsDesk(now: Date): Promise<NewsDesk> {
  const [tokens, topics, window] = await Promise.all([loadTokens(), loadTopics(), StoryWindow.open(now)]);
  const tagTokens = createTagger(tokens);
  const tagTopics = createTopicTagger(topics);
  return {
    linkerVersion: LINKER_VERSION,
    oneByOne: createQueue(),
    tag: (article, source) => {
      const tagged = tagTokens({ ...article, sourceName: source.name, cryptoOnly: source.cryptoOnly });
      return { ...article, tokens: tagged, topics: tagTopics(article, tagged) };
    },
    place: async (article, source, at) => {
      const comparable = toComparable(article, source);
      const neighbours = await window.neighboursOf(comparable, at);
      return { placement: placeArticle(comparable, neighbours), neighbours };
    },
    remember: (articleId, placement, neighbours) =>
      window.refresh([articleId, ...movedBy(placement, neighbours)]),
    recall: (articleId) => window.refresh([articleId]),
  };
}

function toComparable(article: TaggedArticle, source: Source): ComparableArticle {
  return {
    ...article,
    sourceId: source.id,
    sourceKind: source.kind,
    primaryTokenId: article.tokens.find((tag) => tag.role === 'primary')?.tokenId,
    tokenIds: article.tokens.map((tag) => tag.tokenId),
  };
}

/** The copies that a late original turned into reposts, and the copies of those. */
function movedBy(placement: Placement, neighbours: readonly Neighbour[]): readonly ArticleId[] {
  if (placement.kind === 'opens' || placement.relation === 'repost') return [];
  const copies = new Set(placement.copies);
  return neighbours
    .filter(({ articleId, repostOfId }) => copies.has(articleId) || (repostOfId && copies.has(repostOfId)))
    .map((neighbour) => neighbour.articleId);
}

function createQueue(): NewsDesk['oneByOne'] {
  let tail: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>) => {
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return result;
  };
}
