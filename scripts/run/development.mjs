import { startWorld } from './demo.mjs';
import { packageProgram, runInForeground } from './steps.mjs';

const DATA_DIRECTORY = 'data/dev-world';

/** Hot reload on the real feeds, or on the pretend internet with `--world`. */
export async function runDevelopment(args) {
  process.env.NODE_ENV = 'development';
  if (args.includes('--world')) {
    process.env.DATA_DIR ||= DATA_DIRECTORY;
    process.env.SIMULATED_WORLD = await startWorld(process.env.DATA_DIR, [
      '--import',
      'tsx',
      'e2e/world/main.ts',
    ]);
  }
  await runInForeground(packageProgram('tsx/dist/cli.mjs', 'server.ts'));
  process.exit();
}
