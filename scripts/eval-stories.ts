import { createInterface } from 'node:readline';
import type { ArticleId, StoryId } from '@/lib/model/ids';
import { NEIGHBOUR_WINDOW_MS } from '@/lib/model/placement';
import { Bonds } from '@/lib/news/cluster/bonds';
import { CandidateIndex } from '@/lib/news/cluster/candidate-index';
import { PlacingBatch, type Placed } from '@/lib/news/placing-batch';
import { articleLine, createComparer } from './stories/read-gold';

const NO_BONDS = new Bonds([]);

/** `eval -- stories < articles.jsonl`: streams them in their order and prints each one's story in the end, and whose repost it is. */
export async function evalStories(): Promise<number> {
  const toComparable = createComparer();
  const window = new CandidateIndex();
  const ids: (string | number)[] = [];
  const placed: Placed[] = [];
  const left = new Map<ArticleId, StoryId>();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const parsed = articleLine.safeParse(JSON.parse(line));
    if (!parsed.success) continue;
    const article = toComparable(parsed.data, ids.length);
    forgetBefore(article.firstSeenAt.getTime() - NEIGHBOUR_WINDOW_MS, window, left);
    ids.push(parsed.data.id);
    const batch = new PlacingBatch(window, [], NO_BONDS);
    placed.push(batch.place(article, { articleId: ids.length as ArticleId, storyId: ids.length as StoryId }));
  }
  for (const [nth, place] of placed.entries()) {
    const story = window.get(place.articleId)?.storyId ?? left.get(place.articleId) ?? place.storyId;
    process.stdout.write(`${JSON.stringify(toLine(place, { ids, story, nth }))}\n`);
  }
  return 0;
}

function toLine(
  { placement }: Placed,
  {
    ids,
    story,
    nth,
  }: { readonly ids: readonly (string | number)[]; readonly story: StoryId; readonly nth: number },
) {
  const line = { id: ids[nth], cluster: String(story) };
  if (placement.kind === 'opens') return line;
  const { evidence: why } = placement;
  if (placement.relation === 'repost')
    return { ...line, evidence: { type: 'repost', of: ids[placement.repostOfId - 1], why } };
  return { ...line, evidence: { type: placement.relation, why, ...placement.fit } };
}

/** What leaves the window keeps the story it stood in. */
function forgetBefore(oldestMs: number, window: CandidateIndex, left: Map<ArticleId, StoryId>): void {
  for (const id of window.all()) {
    const known = window.get(id);
    if (!known || known.firstSeenAt.getTime() >= oldestMs) continue;
    left.set(id, known.storyId);
    window.remove(id);
  }
}
