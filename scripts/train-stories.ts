import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FEATURES } from '@/lib/news/cluster/same-event';
import { STORY_MODEL, type Feature, type StoryModel } from '@/lib/news/cluster/story-model';
import { readGold, type GoldArticle } from './stories/read-gold';
import { fitLogistic } from './stories/fit-logistic';
import { scoreStories } from './stories/score-stories';
import { toPairs } from './stories/to-pairs';

const MODEL_FILE = 'lib/news/cluster/story-model.json';
const THRESHOLDS = [-0.6, -0.3, 0, 0.3, 0.6];
const CLOSEST_SHARES = [0.4, 0.6];
const USAGE = `npx tsx scripts/train-stories.ts TRAIN.jsonl [--ridge 3] [--test OTHER.jsonl]… [--write]
Fits the model that places articles to labelled ones ({id, title, body, source, published_at, story}), oldest first.
Prints it trained on each half of TRAIN and tested on the other, then on all of it and on each other set.
--write puts the model of all into ${MODEL_FILE} under the next version.\n`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    ridge: { type: 'string', default: '3' },
    test: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (file === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else train(file);

function train(path: string): void {
  const all = readGold(path);
  const middle = Math.floor(all.length / 2);
  const halves = [all.slice(0, middle), all.slice(middle)] as const;
  tell('today, on all', scoreStories(all, STORY_MODEL));
  for (const [nth, half] of halves.entries()) {
    const other = halves[1 - nth] ?? [];
    const model = fit(half);
    tell(`trained on half ${nth + 1}, on itself`, scoreStories(half, model));
    tell(`trained on half ${nth + 1}, on half ${2 - nth}`, scoreStories(other, model));
  }
  const model = fit(all);
  tell('trained on all, on itself', scoreStories(all, model));
  for (const test of values.test) tell(`trained on all, on ${test}`, scoreStories(readGold(test), model));
  process.stdout.write(`${JSON.stringify(model, undefined, 2)}\n`);
  if (values.write) writeFileSync(MODEL_FILE, `${JSON.stringify(model, undefined, 2)}\n`);
}

/** Weights by logistic regression on pairs; the score to join and the closest member's share by the stories they make. */
function fit(gold: readonly GoldArticle[]): StoryModel {
  const pairs = toPairs(gold);
  const { bias, weights } = fitLogistic(
    pairs.map(({ features }) => FEATURES.map((feature) => features[feature])),
    pairs.map(({ isSame }) => isSame),
    Number(values.ridge),
  );
  const fitted = {
    version: STORY_MODEL.version + 1,
    bias: round(bias),
    weights: Object.fromEntries(
      FEATURES.map((feature, nth) => [feature, round(weights[nth] ?? 0)]),
    ) as Record<Feature, number>,
  };
  const choices = THRESHOLDS.flatMap((joinFrom) =>
    CLOSEST_SHARES.map((closestShare): StoryModel => ({ ...fitted, joinFrom, closestShare })),
  );
  const scored = choices.map((model) => {
    const { bcubed, multi, pairwise } = scoreStories(gold, model);
    return { model, value: bcubed.f1 + multi.f1 + pairwise.f1 };
  });
  return scored.reduce((best, one) => (one.value > best.value ? one : best)).model;
}

function tell(what: string, { bcubed, multi, pairwise }: ReturnType<typeof scoreStories>): void {
  const figures = [bcubed, multi, pairwise].map(({ precision, recall, f1 }) =>
    [precision, recall, f1].map((share) => (100 * share).toFixed(1)).join('/'),
  );
  process.stdout.write(`${what}: B3 ${figures[0]}, multi ${figures[1]}, pairs ${figures[2]}\n`);
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
