const MAX_STEPS = 40;
const SMALL_STEP = 1e-8;

/** Logistic regression by Newton's method; `ridge` holds the weights of the standardised columns back. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  ridge: number,
): { readonly bias: number; readonly weights: readonly number[] } {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => describe(rows.map((row) => row[at] ?? 0)));
  const standard = rows.map((row) => [
    1,
    ...row.map((value, at) => (value - (columns[at]?.mean ?? 0)) / (columns[at]?.deviation ?? 1)),
  ]);
  const found: number[] = Array.from({ length: width + 1 }, () => 0);
  for (let nth = 0; nth < MAX_STEPS; nth += 1) {
    const step = newtonStep(standard, labels, { found, ridge });
    for (const [at, change] of step.entries()) found[at] = (found[at] ?? 0) + change;
    if (Math.max(...step.map(Math.abs)) < SMALL_STEP) break;
  }
  const [start = 0, ...slopes] = found;
  const weights = slopes.map((slope, at) => slope / (columns[at]?.deviation ?? 1));
  return {
    bias: start - weights.reduce((sum, weight, at) => sum + weight * (columns[at]?.mean ?? 0), 0),
    weights,
  };
}

function describe(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function newtonStep(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  { found, ridge }: { readonly found: readonly number[]; readonly ridge: number },
): readonly number[] {
  const slope = found.map((weight, at) => (at === 0 ? 0 : -ridge * weight));
  const curve = found.map((_, i) => found.map((_unused, j) => (i === j && i > 0 ? ridge : 0)));
  for (const [nth, row] of rows.entries()) {
    const chance = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (found[at] ?? 0), 0)));
    const off = Number(labels[nth]) - chance;
    for (const [i, value] of row.entries()) {
      slope[i] = (slope[i] ?? 0) + off * value;
      const line = curve[i];
      if (line)
        for (const [j, other] of row.entries())
          line[j] = (line[j] ?? 0) + chance * (1 - chance) * value * other;
    }
  }
  return solve(curve, slope);
}

/** Gauss' elimination: the matrix is symmetric and positive. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (const [at, pivot] of rows.entries()) {
    const head = pivot[at] ?? 1;
    for (const [other, row] of rows.entries()) {
      if (other === at) continue;
      const share = (row[at] ?? 0) / head;
      for (const [column, value] of pivot.entries()) row[column] = (row[column] ?? 0) - share * value;
    }
  }
  return rows.map((row, at) => (row[rows.length] ?? 0) / (row[at] ?? 1));
}
