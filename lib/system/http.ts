import { Agent } from 'undici';
import { toHttpUrl } from '@/lib/core/url';
import { createGuardedLookup, type AddressPolicy, type ResolveName } from './address-guard';
import { readEnv, type Env } from './env';
import { describeHttpError, type HttpFailure } from './http-failure';
import {
  clipAddress,
  followRedirects,
  type Client,
  type MayFollow,
  type Question,
  type Trail,
} from './http-request';
import { singleton } from './singleton';

const MAX_BODY_BYTES = 8_000_000;
const MAX_HEADER_BYTES = 32_768;
const MAX_CONNECTIONS_PER_ORIGIN = 6;
const IDLE_CONNECTION_MS = 10_000;
const DEFAULT_TIMEOUTS: HttpTimeouts = { connectMs: 8_000, silenceMs: 15_000, wholeMs: 30_000 };

/** The desk's outbound requests: each with limits, none to an address its policy refuses. */
export interface Http {
  get(url: string, options?: HttpGetOptions): Promise<HttpResult>;
  /** Sends a form, once: only a redirect that keeps the method (307, 308) is followed. */
  post(url: string, options: HttpPostOptions): Promise<HttpResult>;
  close(): Promise<void>;
}

export interface HttpGetOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent to this one address alone, not to where it redirects or what redirects to it. */
  readonly only?: { readonly url: string; readonly headers: Readonly<Record<string, string>> };
  /** Of the decompressed body. */
  readonly maxBytes?: number;
  readonly mayFollow?: MayFollow;
  readonly signal?: AbortSignal;
}

export interface HttpPostOptions extends Omit<HttpGetOptions, 'only' | 'mayFollow'> {
  readonly form: Readonly<Record<string, string>>;
}

export interface HttpResponse {
  readonly kind: 'response';
  readonly status: number;
  /** Names in lower case; repeated ones joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed. */
  readonly bytes: Uint8Array;
  /** Of the body, as it travelled. */
  readonly wireBytes: number;
  /** Where the answer came from after all redirects. */
  readonly url: string;
  /** Where the address has moved for good: the end of an unbroken chain of 301 and 308. */
  readonly permanentRedirectTo: string | undefined;
}

export type HttpResult = HttpResponse | HttpFailure;

export interface HttpTimeouts {
  readonly connectMs: number;
  /** The longest pause: until the headers, and between two pieces of the body. */
  readonly silenceMs: number;
  readonly wholeMs: number;
}

export interface HttpSettings {
  readonly userAgent: string;
  /** Which addresses may be reached. */
  readonly addresses: AddressPolicy;
  readonly timeouts?: HttpTimeouts;
  /** Certificates of authorities to trust, PEM, instead of the usual ones. */
  readonly authorities?: string;
  /** How names are looked up, where not by the system. */
  readonly resolve?: ResolveName;
}

export function createHttp(settings: HttpSettings): Http {
  const timeouts = settings.timeouts ?? DEFAULT_TIMEOUTS;
  const agentOptions: Agent.Options = {
    connect: {
      lookup: createGuardedLookup(settings.addresses, settings.resolve),
      timeout: timeouts.connectMs,
      ...(settings.authorities !== undefined && { ca: settings.authorities }),
    },
    headersTimeout: timeouts.silenceMs,
    bodyTimeout: timeouts.silenceMs,
    keepAliveTimeout: IDLE_CONNECTION_MS,
    connections: MAX_CONNECTIONS_PER_ORIGIN,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
  // A form must not be sent twice, so it goes over no connection that may just have been closed.
  const agents = { GET: new Agent(agentOptions), POST: new Agent({ ...agentOptions, pipelining: 0 }) };
  const headers = { 'user-agent': settings.userAgent, 'accept-encoding': 'gzip, br, deflate' };
  const client: Client = { agents, headers, addresses: settings.addresses };
  const ask = (url: string, question: Omit<Question, 'signal'>, stop: AbortSignal | undefined) =>
    askInTime(client, { url, question, stop, wholeMs: timeouts.wholeMs });
  return {
    get: (url, { signal, maxBytes = MAX_BODY_BYTES, ...options } = {}) =>
      ask(url, { method: 'GET', maxBytes, ...options }, signal),
    post: (url, { signal, maxBytes = MAX_BODY_BYTES, form, ...options }) =>
      ask(url, { method: 'POST', maxBytes, form: new URLSearchParams(form).toString(), ...options }, signal),
    close: async () => void (await Promise.all([agents.GET.destroy(), agents.POST.destroy()])),
  };
}

/** The one client of this process, by the environment's policy. */
export function processHttp(env: Env = readEnv()): Http {
  return singleton('http', () =>
    createHttp({ userAgent: userAgentFor(env), addresses: addressPolicyFor(env) }),
  );
}

/** Which addresses this desk may reach. */
export function addressPolicyFor(
  env: Pick<Env, 'ALLOW_PRIVATE_NETWORKS' | 'SIMULATED_WORLD'>,
): AddressPolicy {
  if (env.ALLOW_PRIVATE_NETWORKS) return 'any';
  return env.SIMULATED_WORLD === undefined ? 'public' : 'loopback-too';
}

/** Says what we are and, where the desk has a public address, whom to write to. */
function userAgentFor(env: Env): string {
  return env.PUBLIC_URL === undefined
    ? 'Tapewire/0.1 (feed reader of a news desk)'
    : `Tapewire/0.1 (feed reader of a news desk; +${env.PUBLIC_URL})`;
}

async function askInTime(
  client: Client,
  { url, question, stop, wholeMs }: TimedQuestion,
): Promise<HttpResult> {
  const start = toHttpUrl(url);
  if (!start) {
    return { kind: 'failed', reason: 'not-a-url', message: `"${clipAddress(url)}" is not a web address.` };
  }
  // By hand: `AbortSignal.any` keeps every request in the memory of a signal that outlives it.
  const end = new AbortController();
  const abort = () => end.abort();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end.abort();
  }, wholeMs);
  if (stop?.aborted) abort();
  stop?.addEventListener('abort', abort, { once: true });
  const trail: Trail = { url: start, permanent: true };
  try {
    return await followRedirects(client, trail, { ...question, signal: end.signal });
  } catch (error) {
    if (stop?.aborted) return { kind: 'failed', reason: 'stopped', message: 'The request was stopped.' };
    if (!isLate) return describeHttpError(error, trail.url.host);
    const message = `${trail.url.host} did not finish its answer within ${wholeMs / 1_000} s.`;
    return { kind: 'failed', reason: 'timeout', message };
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', abort);
  }
}

interface TimedQuestion {
  readonly url: string;
  readonly question: Omit<Question, 'signal'>;
  readonly stop: AbortSignal | undefined;
  readonly wholeMs: number;
}
