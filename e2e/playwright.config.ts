import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './chromium';

const executablePath = findChromium();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './global-setup.ts',
  outputDir: 'results',
  reporter: [['list'], ['json', { outputFile: '../.cache/playwright.json' }]],
  forbidOnly: process.env.CI !== undefined,
  // One desk with its database and a browser fill two cores: more at once would only make each wait.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    timezoneId: 'UTC',
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumFlags(), ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
