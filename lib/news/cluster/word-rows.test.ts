import { expect, test } from 'vitest';
import { MARKS, MARKS_MASK, WordRows, type SharedWords } from './word-rows';

const NOON = Date.UTC(2026, 10, 23, 12);

test('rows are found again however many came and went meanwhile', () => {
  const rows = new WordRows();
  const write = (slot: number, from: number) =>
    rows.put(slot, {
      momentMs: NOON + from * 1_000,
      titleNorm: 2,
      titleTotal: 4,
      ledeNorm: 3,
      title: [
        [from, 1],
        [from + 1, 0.25],
      ],
      beyond: [[from + 2, 0.35]],
      both: Array.from({ length: from % 9 }, (_, nth) => [from + 10 + nth, 1] as const),
    });
  for (let slot = 0; slot < 9_000; slot += 1) write(slot, slot);
  for (let slot = 0; slot < 9_000; slot += 1) if (slot % 3 > 0) rows.drop(slot);
  for (let slot = 1; slot < 9_000; slot += 3) write(slot, slot + 20_000);
  for (let slot = 12_000; slot < 15_000; slot += 1) write(slot, slot);
  for (const [slot, from] of [
    [0, 0],
    [3_000, 3_000],
    [8_998, 28_998],
    [14_999, 14_999],
  ] as const) {
    const [title, lede] = [new Float32Array(40_000), new Float32Array(40_000)];
    title[from] = 1;
    title[from + 2] = 0.5;
    lede[from + 1] = 1;
    lede[from + 2] = 1;
    const marks = new Uint8Array(MARKS);
    for (const id of [from, from + 1, from + 2]) marks[id & MARKS_MASK] = 1;
    const mine = { momentMs: NOON, titleNorm: 1, titleTotal: 2, ledeNorm: 2, title, lede, marks };
    const shared: SharedWords = { msApart: 0, titleCosine: 0, ledeCosine: 0, coverage: 0, mass: 0 };
    rows.compare(slot, mine, shared);
    expect(shared.msApart).toBe(from * 1_000);
    expect(shared.mass).toBe(1);
    expect(shared.titleCosine).toBeCloseTo(1 / 2, 5);
    expect(shared.ledeCosine).toBeCloseTo(0.35 / 6, 5);
    expect(shared.coverage).toBeCloseTo(Math.max(1.5 / 2, 1.25 / 4), 5);
  }
});
