import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSecret, SecretError } from './secret';

let directory = '';
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'tapewire-secret-'))));
afterEach(() => rmSync(directory, { recursive: true }));

test('the environment decides where it says a secret', () => {
  const SECRET = 'from-the-environment-and-long-enough';
  expect(readSecret({ SECRET, DATA_DIR: directory })).toBe(SECRET);
  expect(readdirSync(directory)).toEqual([]);
});

test('a secret is made once, for its owner alone, and read again', () => {
  const first = readSecret({ SECRET: undefined, DATA_DIR: directory });
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(readSecret({ SECRET: undefined, DATA_DIR: directory })).toBe(first);
  expect(statSync(join(directory, 'secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(directory)).toEqual(['secret']);
});

test('a directory that does not exist yet is made', () => {
  const nested = join(directory, 'a', 'b');
  expect(readSecret({ SECRET: undefined, DATA_DIR: nested })).toBe(
    readFileSync(join(nested, 'secret'), 'utf8').trim(),
  );
});

test('a secret cut short is refused in words and left alone', () => {
  writeFileSync(join(directory, 'secret'), 'half');
  expect(() => readSecret({ SECRET: undefined, DATA_DIR: directory })).toThrow(SecretError);
  expect(() => readSecret({ SECRET: undefined, DATA_DIR: directory })).toThrow(/too short.*Remove it/);
  expect(readFileSync(join(directory, 'secret'), 'utf8')).toBe('half');
});

test('a place that cannot hold it is told in words', () => {
  const file = join(directory, 'file');
  writeFileSync(file, '');
  expect(() => readSecret({ SECRET: undefined, DATA_DIR: file })).toThrow(/cannot be used.*Set SECRET/);
});

test('processes that start together agree', async () => {
  const module = new URL('./secret.ts', import.meta.url).href;
  const script = `import { readSecret } from '${module}';
    process.stdout.write(readSecret({ SECRET: undefined, DATA_DIR: '${directory}' }));`;
  const start = () =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  const outputs = await Promise.all([start(), start(), start(), start()]);
  expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1);
  expect(outputs[0]?.stdout).toBe(readSecret({ SECRET: undefined, DATA_DIR: directory }));
});
