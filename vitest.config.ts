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
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
