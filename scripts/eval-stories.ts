import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import type { ArticleId, SourceId, StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour, Placement } from '@/lib/model/placement';
import { NEIGHBOUR_WINDOW_MS } from '@/lib/model/placement';
import { placeArticle } from '@/lib/news/cluster/place-article';
import { createTagger } from '@/lib/news/tag/tag-tokens';

const articleLine = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  body: z.string().nullish(),
  source: z.string().nullish(),
  published_at: z.coerce.date(),
});

/** `eval -- stories < articles.jsonl`: streams them in their order and prints each one's story and whose repost it is. */
export async function evalStories(): Promise<number> {
  const tagTokens = createTagger(readTokenCatalogue());
  const window: Neighbour[] = [];
  const ids: (string | number)[] = [];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const parsed = articleLine.safeParse(JSON.parse(line));
    if (!parsed.success) continue;
    const article = toComparable(parsed.data, ids.length, tagTokens);
    const recent = window.filter(({ firstSeenAt }) => isRecent(firstSeenAt, article.firstSeenAt));
    const placement = placeArticle(article, recent);
    ids.push(parsed.data.id);
    const articleId = ids.length as ArticleId;
    window.push({ ...article, articleId, ...toPlace(placement, ids.length) });
    for (const [at, neighbour] of window.entries()) window[at] = relabel(neighbour, placement, articleId);
    process.stdout.write(
      `${JSON.stringify(toLine(parsed.data.id, placement, { ids, story: window.at(-1)?.storyId }))}\n`,
    );
  }
  return 0;
}

function toComparable(
  article: z.infer<typeof articleLine>,
  nth: number,
  tagTokens: ReturnType<typeof createTagger>,
): ComparableArticle {
  const bodyText = article.body ?? '';
  const sourceName = article.source ?? '';
  const tags = tagTokens({ title: article.title, dek: undefined, bodyText, sourceName, cryptoOnly: false });
  const url = `https://example.org/${nth}`;
  return {
    sourceId: sourceName as SourceId,
    sourceKind: 'newsroom',
    language: 'en',
    title: article.title,
    dek: undefined,
    bodyText,
    url,
    canonicalUrl: url,
    titleHash: sha256(article.title.toLowerCase()),
    bodyHash: bodyText.length < 200 ? undefined : sha256(bodyText),
    attribution: undefined,
    claimedAt: article.published_at,
    firstSeenAt: article.published_at,
    primaryTokenId: tags.find(({ role }) => role === 'primary')?.tokenId,
    tokenIds: tags.map(({ tokenId }) => tokenId),
  };
}

function toPlace(placement: Placement, nth: number): Pick<Neighbour, 'storyId' | 'relation' | 'repostOfId'> {
  if (placement.kind === 'opens')
    return { storyId: nth as StoryId, relation: 'origin', repostOfId: undefined };
  const repostOfId = placement.relation === 'repost' ? placement.repostOfId : undefined;
  return { storyId: placement.storyId, relation: placement.relation, repostOfId };
}

/** What storing a late original does to its copies. */
function relabel(neighbour: Neighbour, placement: Placement, articleId: ArticleId): Neighbour {
  if (placement.kind === 'opens' || placement.relation === 'repost') return neighbour;
  const moved = placement.copies.some((id) => id === neighbour.articleId || id === neighbour.repostOfId);
  return moved ? { ...neighbour, relation: 'repost', repostOfId: articleId } : neighbour;
}

function toLine(
  id: string | number,
  placement: Placement,
  { ids, story }: { readonly ids: readonly (string | number)[]; readonly story: StoryId | undefined },
) {
  const line = { id, cluster: String(story) };
  if (placement.kind === 'opens') return line;
  const { evidence: why } = placement;
  if (placement.relation !== 'repost') return { ...line, evidence: { type: placement.relation, why } };
  return { ...line, evidence: { type: 'repost', of: ids[placement.repostOfId - 1], why } };
}

function isRecent(then: Date, now: Date): boolean {
  return now.getTime() - then.getTime() <= NEIGHBOUR_WINDOW_MS;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
