import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { operators, operatorSessions } from '@/db/schema/operators';
import { useTestDatabase } from '@/db/testing';
import { baseFor, handleAuthRequest, operatorOf } from './auth';
import { makeFirstOperator } from './make-first-operator';
import { createSetupLink } from './setup-link';
import { signIn, signOut, type SessionCookie } from './sign-in';

const HOST = 'desk.test:4800';
const EMAIL = 'ada@desk.example';
const PASSWORD = 'correct horse battery';

useTestDatabase();
beforeAll(async () => {
  process.env['SECRET'] = 'a-secret-for-tests-that-is-long-enough';
  const now = new Date('2026-11-23T12:00:00Z');
  const token = (await createSetupLink(now))?.split('token=')[1] ?? '';
  await makeFirstOperator({ token, name: 'Ada', email: 'Ada@Desk.example', password: PASSWORD }, now);
});

test('an operator signs in, is known by the cookie, and signs out', async () => {
  const result = await signIn({ email: 'ADA@desk.example', password: PASSWORD }, from('10.0.0.1'));
  if (result.kind !== 'signed-in') throw new Error(JSON.stringify(result));
  expect(result.cookies.map(({ name }) => name)).toEqual(['tapewire.session_token']);
  expect(result.cookies[0]?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
  expect(result.cookies[0]?.options.secure ?? false).toBe(false);

  const signedIn = withCookies(result.cookies);
  expect(await operatorOf(signedIn)).toMatchObject({ name: 'Ada', email: EMAIL });

  const cleared = await signOut(signedIn);
  expect(cleared[0]).toMatchObject({ name: 'tapewire.session_token', value: '', options: { maxAge: 0 } });
  expect(await operatorOf(signedIn)).toBeUndefined();
  expect(await database().select().from(operatorSessions)).toEqual([]);
});

test('nobody is known without a cookie, or by a forged one', async () => {
  expect(await operatorOf(new Headers())).toBeUndefined();
  const forged = new Headers({ cookie: 'tapewire.session_token=abc.def' });
  expect(await operatorOf(forged)).toBeUndefined();
});

test.each([
  ['a wrong password', { email: EMAIL, password: 'wrong horse battery' }],
  ['an unknown account', { email: 'nobody@desk.example', password: PASSWORD }],
  ['something that is no address', { email: 'nonsense', password: PASSWORD }],
  ['a password of absurd length', { email: EMAIL, password: 'x'.repeat(5_000) }],
])('%s is refused without saying which part was wrong', async (_, credentials) => {
  expect(await signIn(credentials, from('10.0.0.2'))).toEqual({ kind: 'refused', reason: 'wrong' });
});

test('one address that keeps trying is told to wait', async () => {
  const attempts = [];
  for (let index = 0; index < 9; index += 1)
    attempts.push(await signIn({ email: `x${index}@desk.example`, password: PASSWORD }, from('10.0.0.3')));
  expect(
    attempts.slice(0, 8).every((attempt) => attempt.kind === 'refused' && attempt.reason === 'wrong'),
  ).toBe(true);
  expect(attempts[8]).toMatchObject({ reason: 'too-often', retryAfterSeconds: expect.any(Number) });
});

test('one account tried from many addresses is told to wait, the right password too', async () => {
  const email = 'target@desk.example';
  for (let index = 0; index < 20; index += 1) await postSignIn(email, `10.1.0.${index}`);
  expect((await postSignIn(email, '10.1.1.1')).status).toBe(429);
  expect(await signIn({ email, password: PASSWORD }, from('10.1.1.2'))).toMatchObject({
    reason: 'too-often',
  });
}, 60_000);

test('nobody signs up', async () => {
  const response = await post('/sign-up/email', {
    name: 'Eve',
    email: 'eve@desk.example',
    password: PASSWORD,
  });
  expect(response.status).toBe(400);
  expect(await database().select({ email: operators.email }).from(operators)).toEqual([{ email: EMAIL }]);
});

test('a form of another site is refused', async () => {
  const response = await post(
    '/sign-in/email',
    { email: EMAIL, password: PASSWORD },
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  );
  expect(response.status).toBe(403);
  expect(response.headers.getSetCookie()).toEqual([]);
});

test.each([
  [{ PUBLIC_URL: 'https://desk.example', PORT: 3000 }, 'other:1', 'https://desk.example'],
  [{ PUBLIC_URL: undefined, PORT: 3000 }, '192.168.1.7:3000', 'http://192.168.1.7:3000'],
  [{ PUBLIC_URL: undefined, PORT: 4800 }, null, 'http://localhost:4800'],
  [{ PUBLIC_URL: undefined, PORT: 4800 }, 'not a host', 'http://localhost:4800'],
])('the origin of %o asked as %s is %s', (env, host, base) => {
  expect(baseFor(env, host)).toBe(base);
});

function from(address: string): Headers {
  return new Headers({ host: HOST, 'x-forwarded-for': address });
}

function postSignIn(email: string, address: string): Promise<Response> {
  return post('/sign-in/email', { email, password: 'wrong horse battery' }, { 'x-forwarded-for': address });
}

function post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return handleAuthRequest(
    new Request(`http://0.0.0.0:4800/api/auth${path}`, {
      method: 'POST',
      headers: { host: HOST, 'content-type': 'application/json', 'x-forwarded-for': '10.9.9.9', ...headers },
      body: JSON.stringify(body),
    }),
  );
}

function withCookies(cookies: readonly SessionCookie[]): Headers {
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return new Headers({ host: HOST, cookie });
}
