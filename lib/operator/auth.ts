import { betterAuth } from 'better-auth/minimal';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { toHttpUrl } from '@/lib/core/url';
import { systemClock } from '@/lib/system/clock';
import { createAttemptLimit } from '@/lib/system/attempt-limit';
import { readEnv, type Env } from '@/lib/system/env';
import { secretFor } from '@/lib/system/secret';
import { singleton } from '@/lib/system/singleton';
import { database } from '@/db/client';
import { operatorAccounts, operators, operatorSessions, operatorVerifications } from '@/db/schema/operators';

export const MIN_PASSWORD_CHARS = 12;
export const MAX_PASSWORD_CHARS = 128;
const SESSION_SECONDS = 14 * 86_400;
/** From one address. */
const SIGN_INS_PER_MINUTE = 8;
/** For one account, from wherever: an address can be borrowed, the account cannot. */
const ACCOUNT_LIMIT = { max: 20, windowMs: 15 * 60_000, maxKeys: 10_000 };
export const SIGN_IN_PATH = '/sign-in/email';

export interface Operator {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Who sends a request with these headers; `undefined` for everybody else. */
export async function operatorOf(headers: Headers): Promise<Operator | undefined> {
  const session = await operatorAuth().api.getSession({ headers });
  return session ? { id: session.user.id, name: session.user.name, email: session.user.email } : undefined;
}

/** Answers what arrives under `/api/auth`. */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  // Behind a custom server the URL of a request names the socket it came in by, not the host it asked for.
  const base = baseFor(readEnv(), request.headers.get('host'));
  return operatorAuth().handler(new Request(new URL(pathname + search, base), request));
}

/** The origin that operators use: PUBLIC_URL, else the host a request asked for. */
export function baseFor(env: Pick<Env, 'PUBLIC_URL' | 'PORT'>, host: string | null): string {
  return env.PUBLIC_URL ?? toHttpUrl(`http://${host ?? ''}`)?.origin ?? `http://localhost:${env.PORT}`;
}

/** Built on first use, never while the pages are: it needs the database and the secret. */
export function operatorAuth(): OperatorAuth {
  return singleton('operator-auth', () => createOperatorAuth(readEnv()));
}

type OperatorAuth = ReturnType<typeof createOperatorAuth>;

function createOperatorAuth(env: Env) {
  const accountLimit = createAttemptLimit(ACCOUNT_LIMIT);
  return betterAuth({
    appName: 'Tapewire',
    ...(env.PUBLIC_URL === undefined ? {} : { baseURL: env.PUBLIC_URL }),
    secret: secretFor('sessions'),
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    database: drizzleAdapter(database(), {
      provider: 'pg',
      schema: {
        user: operators,
        session: operatorSessions,
        account: operatorAccounts,
        verification: operatorVerifications,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_CHARS,
      maxPasswordLength: MAX_PASSWORD_CHARS,
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      customRules: { [SIGN_IN_PATH]: { window: 60, max: SIGN_INS_PER_MINUTE } },
    },
    advanced: {
      cookiePrefix: 'tapewire',
      useSecureCookies: env.PUBLIC_URL?.startsWith('https:') ?? false,
      // Said aloud: better-auth drops both checks by itself where NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (context.path !== SIGN_IN_PATH) return;
        const account = String((context.body as { email?: unknown } | undefined)?.email).toLowerCase();
        const retryAfterMs = accountLimit(account, systemClock());
        if (retryAfterMs === undefined) return;
        const seconds = String(Math.ceil(retryAfterMs / 1_000));
        throw new APIError(
          'TOO_MANY_REQUESTS',
          { message: 'Too many attempts.' },
          { 'x-retry-after': seconds },
        );
      }),
    },
    logger: { level: 'error' },
    telemetry: { enabled: false },
  });
}
