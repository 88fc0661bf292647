import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './chromium';
import type { OfWorker } from './journey';

const executablePath = findChromium();

/**
 * Journeys that break what the others stand on, that mostly wait, or that need no news. The first of them by name
 * waits longest: meanwhile the other desk reads its first news.
 */
const OF_THE_LAB = [
  'exchange-silence',
  'feed-faults',
  'first-operator',
  'not-found',
  'prices',
  'restart',
].map((name) => `**/${name}.spec.ts`);
const LAB_WORLD = ['--news-paused', '--history-hours', '0', '--lab'];

export default defineConfig<object, Pick<OfWorker, 'worldArgs'>>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: 'results',
  reporter: [['list'], ['json', { outputFile: '../.cache/playwright.json' }]],
  forbidOnly: process.env.CI !== undefined,
  /**
   * Two lanes, each with a desk and a world of its own: while one computes, the other waits for limits to pass.
   * Within a lane one journey follows the other, since they share the desk.
   */
  workers: 2,
  projects: [
    { name: 'desk', workers: 1, testIgnore: OF_THE_LAB },
    { name: 'lab', workers: 1, testMatch: OF_THE_LAB, use: { worldArgs: LAB_WORLD } },
  ],
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    timezoneId: 'UTC',
    locale: 'en-GB',
    // Filming every page and keeping its document before and after each step costs more than the steps.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumFlags(), ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
