import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

// Read before any worker starts: a test that depends on the machine's zone would pass here and fail elsewhere.
process.env.TZ = 'UTC';

/** Where nothing keeps anything for the process: one process reads the modules once, for file after file. */
const TOGETHER = [
  'app/_client/**',
  'db/**',
  'e2e/**',
  'lib/{core,market,model}/**',
  // The bus is the process's own: its test wants a process to itself.
  'lib/live/gateway/**',
  'lib/news/{cluster,fetch,normalise,parse,tag}/**',
].map((folder) => `${folder}/*.test.{ts,tsx}`);
const resolve = { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } };
const ELSEWHERE = ['node_modules/**', '.next/**', 'dist/**', 'data/**'];

const together = project('together', {
  include: TOGETHER,
  exclude: ELSEWHERE,
  isolate: false,
  sequence: { groupOrder: 0 },
});
const alone = project('alone', {
  include: ['**/*.test.{ts,tsx}'],
  exclude: [...ELSEWHERE, ...TOGETHER],
  sequence: { groupOrder: 1 },
});

export default defineConfig({
  resolve,
  test: {
    globalSetup: ['db/testing/start-test-postgres.ts'],
    // Many of them wait for sockets, the database or a limit to pass: meanwhile another has the core.
    maxWorkers: availableParallelism() + 1,
    projects: [together, alone],
  },
});

function project(
  name: string,
  test: NonNullable<TestProjectInlineConfiguration['test']>,
): TestProjectInlineConfiguration {
  return {
    resolve,
    // A slow machine that is busy besides may take its time: only what never comes ends a test.
    test: {
      ...test,
      name,
      setupFiles: ['scripts/seed-properties.ts'],
      testTimeout: 30_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 20_000 } },
    },
  };
}
