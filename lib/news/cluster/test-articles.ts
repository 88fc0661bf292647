import { createHash } from 'node:crypto';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import type { ArticleId, SourceId, StoryId, TokenId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour } from '@/lib/model/placement';

const NOON = new Date('2026-11-23T12:00:00Z');

/** The body that tests copy, cut and quote. */
export const TEXT =
  'The bridge operator said on Monday that an attacker had emptied two of its vaults within nine minutes. ' +
  'A signing key that should have been retired in spring was still accepted by the contract, it wrote. ' +
  'Deposits are closed until an outside team has gone through the code line by line. ' +
  'Users whose funds were taken will be paid back from the insurance pool, which held enough at the weekend.';

/** An article at noon by a newsroom called the-wire, unless told otherwise. */
export function article(title: string, traits: Traits = {}): ComparableArticle {
  const { source = 'the-wire', body = '', tokens = [], ...given } = traits;
  const url = traits.url ?? `https://${source}.example/${encodeURIComponent(title)}`;
  const tokenIds = tokens.map((id) => id as TokenId);
  return {
    sourceId: source as SourceId,
    sourceKind: 'newsroom',
    language: 'en',
    title,
    dek: undefined,
    bodyText: body,
    url,
    canonicalUrl: url,
    titleHash: sha256(title),
    bodyHash: body.length < 200 ? undefined : sha256(body),
    attribution: undefined,
    claimedAt: NOON,
    firstSeenAt: new Date(NOON.getTime() + 90 * HOUR_MS),
    primaryTokenId: tokenIds[0],
    tokenIds,
    ...given,
  };
}

/** The same, stored: the origin of story 10, unless told otherwise. */
export function neighbour(id: number, title: string, traits: Traits & Place = {}): Neighbour {
  const { relation = 'origin', repostOf, story = 10, ...given } = traits;
  return {
    ...article(title, given),
    firstSeenAt: new Date(NOON.getTime() + id * MINUTE_MS),
    articleId: id as ArticleId,
    storyId: story as StoryId,
    relation: repostOf === undefined ? relation : 'repost',
    repostOfId: repostOf as ArticleId | undefined,
  };
}

/** Hours after noon. */
export function hours(after: number): Date {
  return new Date(NOON.getTime() + after * HOUR_MS);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface Traits extends Partial<
  Pick<ComparableArticle, 'sourceKind' | 'language' | 'url' | 'canonicalUrl' | 'claimedAt' | 'attribution'>
> {
  readonly body?: string;
  readonly source?: string;
  readonly tokens?: readonly string[];
}

interface Place {
  readonly relation?: Neighbour['relation'];
  readonly repostOf?: number;
  readonly story?: number;
}
