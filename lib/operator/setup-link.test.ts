import { afterEach, beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { operatorAccounts, operators, setupLinks } from '@/db/schema/operators';
import { useTestDatabase } from '@/db/testing';
import { makeFirstOperator } from './make-first-operator';
import { createSetupLink, setupLinkState } from './setup-link';

const NOW = new Date('2026-11-23T12:00:00Z');
const LATER = new Date('2026-11-24T12:00:00Z');

useTestDatabase();
beforeEach(() => void (process.env['SECRET'] = 'a-secret-for-tests-that-is-long-enough'));
afterEach(async () => {
  await database().delete(operators);
  await database().delete(setupLinks);
});

test('a link works for a day, and only its hash is stored', async () => {
  const token = await openLink();
  expect(await setupLinkState(token, NOW)).toBe('open');
  expect(await setupLinkState(token, new Date(LATER.getTime() - 1))).toBe('open');
  expect(await setupLinkState(token, LATER)).toBe('expired');
  const rows = await database().select().from(setupLinks);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('a new link ends the older one', async () => {
  const older = await openLink();
  const newer = await openLink();
  expect(await setupLinkState(older, NOW)).toBe('unknown');
  expect(await setupLinkState(newer, NOW)).toBe('open');
});

test('two forms sent at once with one link make one operator', async () => {
  const token = await openLink();
  const results = await Promise.all(
    ['ada', 'bo', 'cy', 'di'].map((name) => makeFirstOperator(formFor(token, `${name}@desk.example`), NOW)),
  );
  expect(results.map(({ kind }) => kind).toSorted()).toEqual(['made', 'refused', 'refused', 'refused']);
  expect(await database().select().from(operators)).toHaveLength(1);
  expect(await database().select().from(operatorAccounts)).toHaveLength(1);
});

test('once an operator exists there is no link, and an old one is refused', async () => {
  const token = await openLink();
  expect(await makeFirstOperator(formFor(token, 'ada@desk.example'), NOW)).toMatchObject({ kind: 'made' });
  expect(await createSetupLink(NOW)).toBeUndefined();
  expect(await makeFirstOperator(formFor(token, 'bo@desk.example'), NOW)).toEqual({
    kind: 'refused',
    link: 'settled',
  });
});

test.each([
  ['an unknown link', 'nonsense', NOW, 'unknown'],
  ['an expired link', undefined, LATER, 'expired'],
])('%s makes nobody', async (_, given, now, link) => {
  const token = given ?? (await openLink());
  expect(await makeFirstOperator(formFor(token, 'ada@desk.example'), now)).toEqual({ kind: 'refused', link });
  expect(await database().select().from(operators)).toEqual([]);
});

test.each([
  [{ name: '  ' }, 'name', /what the desk shall call you/],
  [{ email: 'not an address' }, 'email', /not an e-mail/],
  [{ password: 'eleven char' }, 'password', /at least 12/],
  [{ password: 'x'.repeat(129) }, 'password', /may have 128/],
  [{ password: 'abababababab' }, 'password', /same few/],
])('%o is told beside its field and leaves the link open', async (wrong, field, words) => {
  const token = await openLink();
  const result = await makeFirstOperator({ ...formFor(token, 'ada@desk.example'), ...wrong }, NOW);
  expect(result).toMatchObject({ kind: 'invalid', problems: { [field]: expect.stringMatching(words) } });
  expect(await setupLinkState(token, NOW)).toBe('open');
});

async function openLink(): Promise<string> {
  const path = await createSetupLink(NOW);
  const token = path?.split('token=')[1];
  if (token === undefined) throw new Error('No link was made.');
  return token;
}

function formFor(token: string, email: string) {
  return { token, name: 'Ada', email, password: 'correct horse battery' };
}
