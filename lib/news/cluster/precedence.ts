import type { ComparableArticle } from '@/lib/model/placement';
import type { Copy } from './find-copy';
import { momentOf } from './same-event';

/**
 * Whether `article` was there before its copy: by what one of them says of itself, else because a newsroom
 * does not copy an aggregator, else by the earlier moment.
 */
export function comesBefore(article: ComparableArticle, { neighbour, confessed }: Copy): boolean {
  if (confessed) return confessed === 'neighbour';
  const [mine, theirs] = [isAggregator(article), isAggregator(neighbour)];
  return mine === theirs ? momentOf(article) < momentOf(neighbour) : theirs;
}

function isAggregator({ sourceKind }: ComparableArticle): boolean {
  return sourceKind === 'aggregator';
}
