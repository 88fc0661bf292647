import { readFileSync, rmSync } from 'node:fs';
import { buildDesk } from './build-desk.mjs';
import { lastLines, packageProgram, runQuietly, showStep, StepError } from './steps.mjs';

const UNIT_RESULTS = '.cache/vitest.json';

/** What must hold before anything is merged, the cheapest first: each returns what to add to its line. */
const CHECKS = [
  ['types', checkTypes],
  ['lint', () => must(packageProgram('oxlint/bin/oxlint', '--type-aware', '--deny-warnings'))],
  ['import table', () => mustSay('check-import-table.ts')],
  ['places', () => mustSay('check-places.ts')],
  ['dead code', () => must(packageProgram('knip/bin/knip.js', '--no-progress'))],
  ['format', (_counts, format) => format],
  ['unit tests', runUnitTests],
  ['migrations', () => mustSay('check-migrations.ts')],
  ['build', () => buildDesk((label, work) => work())],
  ['size budget', () => mustSay('check-size-budget.ts')],
];

/**
 * Goes through the list and stops at the first thing that does not hold.
 * @param {{ passed: number, failed: number, skipped: number }} counts gets the unit tests added, also when they fail
 */
export async function runCheckList(counts = { passed: 0, failed: 0, skipped: 0 }) {
  // Where nothing is kept from a run before it takes as long as those before it in the list, on one core.
  const format = checkFormat();
  format.catch(() => undefined);
  for (const [name, check] of CHECKS) {
    await showStep(
      name,
      () => check(counts, format),
      (note) => (note ? `: ${note}` : ''),
    );
  }
}

function checkFormat() {
  const cache = ['--cache', '--cache-location=.cache/prettier'];
  return must(packageProgram('prettier/bin/prettier.cjs', '--check', '--log-level=warn', ...cache, '.'));
}

async function must(command) {
  const { code, output } = await runQuietly(command);
  if (code !== 0) throw new StepError(lastLines(output));
}

/** Runs one of our own checks, whose last line sums up what it found. */
async function mustSay(script) {
  const { code, output } = await runQuietly(packageProgram('tsx/dist/cli.mjs', `scripts/${script}`));
  if (code !== 0) throw new StepError(lastLines(output));
  return output.trim().split('\n').at(-1);
}

async function checkTypes() {
  // Pages are typed against their routes: Next writes those types first.
  await must(packageProgram('next/dist/bin/next', 'typegen'));
  await must(packageProgram('typescript/bin/tsc', '-p', '.'));
}

async function runUnitTests(counts) {
  rmSync(UNIT_RESULTS, { force: true });
  const { code, output } = await runQuietly(
    packageProgram(
      'vitest/vitest.mjs',
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${UNIT_RESULTS}`,
    ),
    { env: { NODE_ENV: undefined, NO_COLOR: '1', FORCE_COLOR: undefined } },
  );
  const results = readResults(UNIT_RESULTS);
  counts.passed += results?.numPassedTests ?? 0;
  counts.failed += results?.numFailedTests ?? 0;
  counts.skipped += results?.numPendingTests ?? 0;
  if (code !== 0 || !results?.numPassedTests) throw new StepError(lastLines(output));
  return `${results.numPassedTests} passed`;
}

export function readResults(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
