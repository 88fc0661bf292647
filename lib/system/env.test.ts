import { expect, test } from 'vitest';
import { EnvError, readEnv } from './env';

test('an empty environment is a complete one', () => {
  expect(readEnv({})).toMatchObject({
    PORT: 3000,
    HOST: '0.0.0.0',
    ALLOW_PRIVATE_NETWORKS: false,
    LOG_LEVEL: 'info',
  });
});

test('a variable set to nothing counts as unset', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '' }).PORT).toBe(3000);
});

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://host/db'],
  ['PUBLIC_URL', 'desk.example'],
  ['SIMULATED_WORLD', 'ftp://127.0.0.1'],
  ['SECRET', 'short'],
  ['ALLOW_PRIVATE_NETWORKS', 'maybe'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readEnv({ [name]: value })).toThrow(EnvError);
  expect(() => readEnv({ [name]: value })).toThrow(new RegExp(name));
});

test('every variable that does not fit is named, not only the first', () => {
  expect(() => readEnv({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT[\s\S]*LOG_LEVEL/);
});
