/** A run of words that both texts have, or only the one before, or only the one after. */
export interface DiffRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond that many words a side, texts are told apart as wholes: the comparison grows with their product. */
const MAX_WORDS = 400;
/** A word, a sign of a script without blanks, a run of blanks or one mark. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}'’]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/** What turned one text into another, word by word; the runs without those added are the first, without those removed the second. */
export function diffWords(before: string, after: string): readonly DiffRun[] {
  const [a, b] = [before.match(WORD) ?? [], after.match(WORD) ?? []];
  if (a.length > MAX_WORDS || b.length > MAX_WORDS)
    return joinRuns([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  return joinRuns(walk(a, b, commonLengths(a, b)));
}

/** How many words the two still have in common, in order, from each place on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const [row, below] = [lengths[i], lengths[i + 1]];
    if (!row || !below) continue;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function walk(
  a: readonly string[],
  b: readonly string[],
  lengths: readonly Uint16Array[],
): readonly DiffRun[] {
  const runs: DiffRun[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [mine, theirs] = [a[i], b[j]];
    if (mine !== undefined && mine === theirs) {
      runs.push({ kind: 'same', text: mine });
      i += 1;
      j += 1;
    } else if (
      mine !== undefined &&
      (theirs === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))
    ) {
      runs.push({ kind: 'removed', text: mine });
      i += 1;
    } else if (theirs !== undefined) {
      runs.push({ kind: 'added', text: theirs });
      j += 1;
    }
  }
  return runs;
}

function at(lengths: readonly Uint16Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

/** Changes that stand together become one, across a blank that both texts have: two words replaced, not two times one. */
function joinRuns(runs: readonly DiffRun[]): readonly DiffRun[] {
  const groups: { readonly isSame: boolean; same: string; removed: string; added: string }[] = [];
  for (const { kind, text } of runs.flatMap((run, nth) => (isGap(runs, nth) ? replaced(run) : run))) {
    const isSame = kind === 'same';
    let group = groups.at(-1);
    if (group?.isSame !== isSame) group = { isSame, same: '', removed: '', added: '' };
    if (group !== groups.at(-1)) groups.push(group);
    group[kind] += text;
  }
  return groups
    .flatMap((group) => KINDS.map((kind) => ({ kind, text: group[kind] })))
    .filter(({ text }) => text !== '');
}

const KINDS = ['same', 'removed', 'added'] as const;

function replaced({ text }: DiffRun): readonly DiffRun[] {
  return [
    { kind: 'removed', text },
    { kind: 'added', text },
  ];
}

function isGap(runs: readonly DiffRun[], nth: number): boolean {
  const [before, run, after] = [runs[nth - 1], runs[nth], runs[nth + 1]];
  const isBlank = run?.kind === 'same' && run.text.trim() === '';
  return (
    isBlank && before !== undefined && before.kind !== 'same' && after !== undefined && after.kind !== 'same'
  );
}
