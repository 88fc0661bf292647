import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Read before any worker starts: a test that depends on the machine's zone would pass here and fail elsewhere.
process.env.TZ = 'UTC';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', '.next/**', 'dist/**', 'data/**'],
    globalSetup: ['db/testing/start-test-postgres.ts'],
    // Most of their time is waiting for sockets and the database: a core more than the default pays.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
