import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import type { ArticleId, SourceId, StoryId } from '@/lib/model/ids';
import type { ComparableArticle, Neighbour, Placement } from '@/lib/model/placement';
import { NEIGHBOUR_WINDOW_MS } from '@/lib/model/placement';
import { CandidateIndex } from '@/lib/news/cluster/candidate-index';
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
  const window = new CandidateIndex();
  const ids: (string | number)[] = [];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const parsed = articleLine.safeParse(JSON.parse(line));
    if (!parsed.success) continue;
    const article = toComparable(parsed.data, ids.length, tagTokens);
    forgetBefore(article.firstSeenAt.getTime() - NEIGHBOUR_WINDOW_MS, window);
    const placement = placeArticle(article, window.candidatesOf(article));
    ids.push(parsed.data.id);
    const articleId = ids.length as ArticleId;
    const place = toPlace(placement, ids.length);
    window.put({ ...article, articleId, ...place });
    turnIntoReposts(placement, articleId, window);
    process.stdout.write(
      `${JSON.stringify(toLine(parsed.data.id, placement, { ids, story: place.storyId }))}\n`,
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
function turnIntoReposts(placement: Placement, articleId: ArticleId, window: CandidateIndex): void {
  if (placement.kind === 'opens' || placement.relation === 'repost') return;
  const copies = placement.copies.flatMap((id) => [
    id,
    ...window.repostsOf(id).map((repost) => repost.articleId),
  ]);
  const place = { storyId: placement.storyId, relation: 'repost', repostOfId: articleId } as const;
  for (const copy of copies) window.move(copy, place);
}

function toLine(
  id: string | number,
  placement: Placement,
  { ids, story }: { readonly ids: readonly (string | number)[]; readonly story: StoryId },
) {
  const line = { id, cluster: String(story) };
  if (placement.kind === 'opens') return line;
  const { evidence: why } = placement;
  if (placement.relation !== 'repost') return { ...line, evidence: { type: placement.relation, why } };
  return { ...line, evidence: { type: 'repost', of: ids[placement.repostOfId - 1], why } };
}

function forgetBefore(oldestMs: number, window: CandidateIndex): void {
  for (const id of window.all()) {
    const known = window.get(id);
    if (known && known.firstSeenAt.getTime() < oldestMs) window.remove(id);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
