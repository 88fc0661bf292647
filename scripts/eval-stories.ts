import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { ComparableArticle } from '@/lib/model/placement';
import { placeGold, type PlacedGold } from './stories/place-gold';
import { articleLine, createComparer, type GoldArticle } from './stories/read-gold';
import { scoreClusters, type Score } from './stories/score-stories';
import { worldGold } from './stories/world-gold';

const DEFAULT_SPAN = { seed: '1', hours: '48' };

/**
 * `eval -- stories < articles.jsonl`: streams them in their order and prints each one's story in the end, and whose
 * repost it is. `eval -- stories --world [--seed 1] [--hours 48]`: scores what the pretend internet tells, where an
 * event is told in the same words as the last one of its kind, and prints what was joined in error.
 */
export async function evalStories(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      world: { type: 'boolean', default: false },
      seed: { type: 'string', default: DEFAULT_SPAN.seed },
      hours: { type: 'string', default: DEFAULT_SPAN.hours },
    },
  });
  return values.world ? scoreWorld({ seed: Number(values.seed), hours: Number(values.hours) }) : placeInput();
}

async function placeInput(): Promise<number> {
  const toComparable = createComparer();
  const ids: (string | number)[] = [];
  const gold: { readonly article: ComparableArticle }[] = [];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const parsed = articleLine.safeParse(JSON.parse(line));
    if (!parsed.success) continue;
    gold.push({ article: toComparable(parsed.data, ids.length) });
    ids.push(parsed.data.id);
  }
  const made = placeGold(gold);
  for (const nth of ids.keys()) process.stdout.write(`${JSON.stringify(toLine(made, { ids, nth }))}\n`);
  return 0;
}

function toLine(
  { placed, stories }: PlacedGold,
  { ids, nth }: { readonly ids: readonly (string | number)[]; readonly nth: number },
) {
  const line = { id: ids[nth], cluster: String(stories[nth]) };
  const placement = placed[nth]?.placement;
  if (placement?.kind !== 'joins') return line;
  const { evidence: why } = placement;
  if (placement.relation === 'repost')
    return { ...line, evidence: { type: 'repost', of: ids[placement.repostOfId - 1], why } };
  return { ...line, evidence: { type: placement.relation, why, ...placement.fit } };
}

async function scoreWorld(span: { readonly seed: number; readonly hours: number }): Promise<number> {
  const gold = await worldGold(span);
  const made = placeGold(gold);
  for (const line of wrongJoins(gold, made)) process.stdout.write(`${line}\n`);
  const { bcubed, multi, pairwise } = scoreClusters(
    gold.map(({ story }, nth) => ({ truth: story ?? '', story: String(made.stories[nth]) })),
  );
  const events = new Set(gold.map(({ story }) => story)).size;
  process.stdout.write(`${gold.length} articles, ${events} events in their languages\n`);
  process.stdout.write(`B-cubed ${spell(bcubed)}, multi ${spell(multi)}, pairs ${spell(pairwise)}\n`);
  return 0;
}

function wrongJoins(gold: readonly GoldArticle[], { placed }: PlacedGold): readonly string[] {
  return placed.flatMap(({ placement, storyId }, nth) => {
    const [mine, first] = [gold[nth], gold[storyId - 1]];
    if (placement.kind === 'opens' || !mine || !first || first.story === mine.story) return [];
    const score = placement.relation === 'repost' ? '' : placement.fit?.score.toFixed(1);
    return [`${placement.relation} ${score}: ${mine.article.title} | ${placement.evidence}`];
  });
}

function spell({ precision, recall, f1 }: Score): string {
  return [precision, recall, f1].map((share) => (100 * share).toFixed(1)).join('/');
}
