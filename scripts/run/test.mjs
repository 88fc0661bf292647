import { rmSync } from 'node:fs';
import { readResults, runCheckList } from './check-list.mjs';
import { mustRun, packageProgram, runQuietly, showStep, StepError } from './steps.mjs';

const JOURNEY_RESULTS = '.cache/playwright.json';

/** Everything that is checked, and at the very end one line that counts the tests. */
export async function runTests() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    await showStep('Chromium', findChromium, (path) => `: ${path}`);
    await runCheckList(counts);
    await runJourneys(counts);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
}

/** Finds a browser or installs one, and tells the journeys where it is. */
async function findChromium() {
  const output = await mustRun(
    packageProgram('tsx/dist/cli.mjs', 'scripts/install-chromium.ts'),
    'The journeys need a Chromium, and none could be found or installed. Set CHROMIUM_PATH to one.',
  );
  process.env.CHROMIUM_PATH = output.trim().split('\n').at(-1);
  return process.env.CHROMIUM_PATH;
}

/** The journeys take minutes in all: each is shown as it ends. */
async function runJourneys(counts) {
  console.log('  … journeys');
  rmSync(JOURNEY_RESULTS, { force: true });
  const { code } = await runQuietly(
    packageProgram('@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'),
    { env: { NO_COLOR: '1', FORCE_COLOR: undefined }, echo: true },
  );
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = readResults(JOURNEY_RESULTS)?.stats ?? {};
  counts.passed += expected + flaky;
  counts.failed += unexpected;
  counts.skipped += skipped;
  if (code !== 0 || expected + flaky === 0) throw new StepError('The journeys did not all arrive.');
  console.log(`  ✓ journeys: ${expected + flaky} passed`);
}
