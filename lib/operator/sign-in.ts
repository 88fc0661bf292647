import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies/utils';
import { readEnv } from '@/lib/system/env';
import { baseFor, operatorAuth, SIGN_IN_PATH } from './auth';

/** A cookie to set, as a browser is told it. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly options: ReturnType<typeof toCookieOptions>;
}

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly cookies: readonly SessionCookie[] }
  | { readonly kind: 'refused'; readonly reason: 'wrong' }
  | { readonly kind: 'refused'; readonly reason: 'too-often'; readonly retryAfterSeconds: number };

/**
 * Signs an operator in, through the same door as a browser's own request: limits count.
 * @param headers of the request that carries the form: who asks, from where.
 */
export async function signIn(
  credentials: { readonly email: string; readonly password: string },
  headers: Headers,
): Promise<SignInResult> {
  const response = await askAuth(
    SIGN_IN_PATH,
    credentials,
    pick(headers, ['x-forwarded-for', 'user-agent', 'host']),
  );
  if (response.ok) return { kind: 'signed-in', cookies: cookiesOf(response) };
  if (response.status !== 429) return { kind: 'refused', reason: 'wrong' };
  const retryAfterSeconds = Number(response.headers.get('x-retry-after')) || 60;
  return { kind: 'refused', reason: 'too-often', retryAfterSeconds };
}

/** Ends the session; gives back the cookies that clear it. */
export async function signOut(headers: Headers): Promise<readonly SessionCookie[]> {
  const origin = baseFor(readEnv(), headers.get('host'));
  const asked = new Headers(pick(headers, ['cookie', 'host']));
  asked.set('origin', new URL(origin).origin);
  return cookiesOf(await askAuth('/sign-out', {}, asked));
}

function askAuth(path: string, body: object, headers: Headers): Promise<Response> {
  const url = new URL(`/api/auth${path}`, baseFor(readEnv(), headers.get('host')));
  const sent = new Headers(headers);
  sent.set('content-type', 'application/json');
  return operatorAuth().handler(
    new Request(url, { method: 'POST', headers: sent, body: JSON.stringify(body) }),
  );
}

function cookiesOf(response: Response): SessionCookie[] {
  return response.headers.getSetCookie().flatMap((header) =>
    [...parseSetCookieHeader(header)].map(([name, attributes]) => ({
      name,
      value: attributes.value,
      options: toCookieOptions(attributes),
    })),
  );
}

function pick(headers: Headers, names: readonly string[]): Headers {
  const picked = new Headers();
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) picked.set(name, value);
  }
  return picked;
}
