import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun, packageProgram, showStep } from './steps.mjs';

/** Everything that ends up in the build. Seeds and migrations are read when the desk starts. */
const SOURCES = [
  ...['app', 'lib', 'db', 'e2e/world', 'public', 'server.ts', 'proxy.ts', 'instrumentation.ts'],
  ...[
    'next.config.ts',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
    'scripts/run/build-desk.mjs',
  ],
];
const LEFT_OUT = /\.test\.tsx?$|^db\/(seed|migrations)\//;
const STAMP = 'dist/build.json';
/** What Node runs, and from which entry each is bundled. */
const BUNDLES = [
  ['dist/server.js', 'server.ts'],
  ['dist/read-worker.js', 'lib/news/read-worker.ts'],
  ['dist/place-worker.js', 'lib/news/place-worker.ts'],
  ['dist/world.js', 'e2e/world/main.ts'],
];
const OUTPUTS = ['.next/BUILD_ID', ...BUNDLES.map(([outfile]) => outfile)];

/**
 * Builds the pages, the server and the pretend internet, unless what is built is of these very sources.
 * @param {typeof showStep} step how to show what takes a while
 */
export async function buildDesk(step = showStep) {
  const sources = fingerprint();
  if (isBuiltFrom(sources)) return;
  await step('Building the pages', () =>
    mustRun(packageProgram('next/dist/bin/next', 'build'), 'The pages could not be built:', {
      env: { NODE_ENV: 'production' },
    }),
  );
  await step('Building the server', () => bundleAll(BUNDLES));
  mkdirSync('dist', { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ sources }));
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const path of SOURCES.filter(existsSync).flatMap(listFiles)) {
    if (LEFT_OUT.test(path)) continue;
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function listFiles(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((entry) => listFiles(join(path, entry).replaceAll('\\', '/')));
}

function isBuiltFrom(sources) {
  if (!OUTPUTS.every(existsSync)) return false;
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8')).sources === sources;
  } catch {
    return false;
  }
}

/** Packages stay outside: next and the database find their own files beside them. */
async function bundleAll(entries) {
  const { build, stop } = await import('esbuild');
  for (const [outfile, entry] of entries) {
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      packages: 'external',
      sourcemap: true,
      logLevel: 'error',
    });
  }
  await stop();
}
