import type { TaggedArticle } from '@/lib/model/article';
import type { Source } from '@/lib/model/feed';
import type { ArticleId } from '@/lib/model/ids';
import { NEIGHBOUR_TEXT_CHARS, type ComparableArticle } from '@/lib/model/placement';
import { singleton } from '@/lib/system/singleton';
import { createStatisticsKeeper, type StatisticsKeeper } from './keep-statistics';
import { StoryWindow, type Batch } from './story-window';
import { LINKER_VERSION } from './tag/tag-tokens';

/** What the news pipeline keeps between polls: the window of recent articles. */
export interface NewsDesk {
  readonly linkerVersion: number;
  readonly keepStatistics: StatisticsKeeper;
  /** Runs one piece of work after the other, in the order they came. */
  oneByOne<T>(work: () => Promise<T>): Promise<T>;
  /** Gets ready to place articles of one source; they are to be placed and stored one by one. */
  openBatch(articles: readonly ComparableArticle[], now: Date): Promise<Batch>;
  /** Reads articles whose wording has changed into the window again. */
  reload(ids: readonly ArticleId[]): Promise<void>;
  /** They are gone from the database. */
  forget(ids: readonly ArticleId[]): Promise<void>;
}

/** The one desk of this process. */
export function newsDesk(now: Date): Promise<NewsDesk> {
  const holder = singleton<{ desk: Promise<NewsDesk> | undefined }>('news-desk', () => ({ desk: undefined }));
  holder.desk ??= openNewsDesk(now).catch((error: unknown) => {
    holder.desk = undefined;
    throw error;
  });
  return holder.desk;
}

async function openNewsDesk(now: Date): Promise<NewsDesk> {
  const window = await StoryWindow.open(now);
  return {
    linkerVersion: LINKER_VERSION,
    keepStatistics: createStatisticsKeeper(),
    oneByOne: createQueue(),
    openBatch: (articles, at) => window.openBatch(articles, at),
    reload: (ids) => window.reload(ids),
    forget: (ids) => window.forget(ids),
  };
}

/** An article as the placing stage looks at it. */
export function toComparable(article: TaggedArticle, source: Source): ComparableArticle {
  const { language, title, dek, bodyText, url, canonicalUrl, titleHash, bodyHash } = article;
  const { attribution, claimedAt, firstSeenAt, tokens } = article;
  return {
    ...{ language, title, dek, url, canonicalUrl, titleHash, bodyHash, attribution, claimedAt, firstSeenAt },
    bodyText: bodyText.slice(0, NEIGHBOUR_TEXT_CHARS),
    sourceId: source.id,
    sourceKind: source.kind,
    primaryTokenId: tokens.find((tag) => tag.role === 'primary')?.tokenId,
    tokenIds: tokens.map((tag) => tag.tokenId),
  };
}

function createQueue(): NewsDesk['oneByOne'] {
  let tail: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>) => {
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return result;
  };
}
