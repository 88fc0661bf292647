import { Agent, request } from 'undici';
import { toHttpUrl } from '@/lib/core/url';
import { addressInUrl, createGuardedLookup, refuseAddress, type AddressPolicy } from './address-guard';
import { readEnv, type Env } from './env';
import { readBody, tooLarge } from './http-body';
import { describeHttpError, HttpError, isBrokenConnection, type HttpFailure } from './http-failure';
import { singleton } from './singleton';

const MAX_REDIRECTS = 5;
const MAX_BODY_BYTES = 8_000_000;
const MAX_HEADER_BYTES = 32_768;
const MAX_CONNECTIONS_PER_ORIGIN = 6;
const IDLE_CONNECTION_MS = 10_000;
const DEFAULT_TIMEOUTS: HttpTimeouts = { connectMs: 8_000, silenceMs: 15_000, wholeMs: 30_000 };
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT_REDIRECTS = new Set([301, 308]);

/** The desk's outbound requests: each with limits, none to an address its policy refuses. */
export interface Http {
  get(url: string, options?: HttpGetOptions): Promise<HttpResult>;
  close(): Promise<void>;
}

export interface HttpGetOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the decompressed body. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  readonly kind: 'response';
  readonly status: number;
  /** Names in lower case; repeated ones joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
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

/** @param options.addresses which addresses may be reached, see {@link AddressPolicy}. */
export function createHttp(options: {
  readonly userAgent: string;
  readonly addresses: AddressPolicy;
  readonly timeouts?: HttpTimeouts;
}): Http {
  const timeouts = options.timeouts ?? DEFAULT_TIMEOUTS;
  const agent = new Agent({
    connect: { lookup: createGuardedLookup(options.addresses), timeout: timeouts.connectMs },
    headersTimeout: timeouts.silenceMs,
    bodyTimeout: timeouts.silenceMs,
    keepAliveTimeout: IDLE_CONNECTION_MS,
    connections: MAX_CONNECTIONS_PER_ORIGIN,
    maxHeaderSize: MAX_HEADER_BYTES,
  });
  const headers = { 'user-agent': options.userAgent, 'accept-encoding': 'gzip, br, deflate' };
  const client: Client = { agent, headers, addresses: options.addresses, wholeMs: timeouts.wholeMs };
  return {
    get: (url, get = {}) => getWithin(client, url, get),
    close: () => agent.destroy(),
  };
}

/** The one client of this process, by the environment's policy. */
export function processHttp(env: Env = readEnv()): Http {
  return singleton('http', () => createHttp({ userAgent: userAgentFor(env), addresses: policyFor(env) }));
}

function userAgentFor(env: Env): string {
  return env.PUBLIC_URL === undefined ? 'Tapewire/0.1 (news desk)' : `Tapewire/0.1 (+${env.PUBLIC_URL})`;
}

function policyFor(env: Env): AddressPolicy {
  if (env.ALLOW_PRIVATE_NETWORKS) return 'any';
  return env.SIMULATED_WORLD === undefined ? 'public' : 'loopback-too';
}

async function getWithin(client: Client, address: string, options: HttpGetOptions): Promise<HttpResult> {
  const { wholeMs } = client;
  const start = toHttpUrl(address);
  if (!start)
    return { kind: 'failed', reason: 'not-a-url', message: `"${clip(address)}" is not a web address.` };
  const timeout = AbortSignal.timeout(wholeMs);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  const trail: Trail = { url: start, permanent: true };
  try {
    return await followRedirects(client, trail, { ...options, signal });
  } catch (error) {
    const { host } = trail.url;
    if (options.signal?.aborted)
      return { kind: 'failed', reason: 'stopped', message: 'The request was stopped.' };
    if (!timeout.aborted) return describeHttpError(error, host);
    return {
      kind: 'failed',
      reason: 'timeout',
      message: `${host} did not finish its answer within ${wholeMs / 1_000} s.`,
    };
  }
}

async function followRedirects(client: Client, trail: Trail, options: BoundedGet): Promise<HttpResponse> {
  const seen = new Set<string>();
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (seen.has(trail.url.href)) break;
    seen.add(trail.url.href);
    const answer = await getOnce(client, trail.url, options);
    if (answer.kind === 'response') return { ...answer, permanentRedirectTo: trail.movedTo?.href };
    trail.permanent &&= PERMANENT_REDIRECTS.has(answer.status);
    if (trail.permanent) trail.movedTo = answer.to;
    trail.url = answer.to;
  }
  const looping = seen.has(trail.url.href);
  const words = looping ? 'redirects in a circle' : `redirects more than ${MAX_REDIRECTS} times`;
  throw new HttpError('redirect-loop', `The address ${words}, last to ${clip(trail.url.href)}.`);
}

async function getOnce(client: Client, url: URL, options: BoundedGet): Promise<HttpResponse | Redirect> {
  // A host that is an address is never looked up, so it is judged here.
  const literal = addressInUrl(url);
  const refused = literal === undefined ? undefined : refuseAddress(literal, client.addresses);
  if (refused !== undefined)
    throw new HttpError('refused-address', `${url.host} may not be reached: ${refused}.`);
  const response = await requestOverFreshOrKept(client, url, options);
  const headers = toPlainHeaders(response.headers);
  const to = REDIRECTS.has(response.statusCode) ? headers['location'] : undefined;
  if (to !== undefined) {
    await response.body.dump();
    return { kind: 'redirect', status: response.statusCode, to: toRedirectTarget(to, url) };
  }
  const maxBytes = options.maxBytes ?? MAX_BODY_BYTES;
  if (Number(headers['content-length']) > maxBytes) {
    response.body.destroy();
    throw tooLarge(maxBytes);
  }
  const bytes = await readBody(response.body, headers['content-encoding'], maxBytes);
  return {
    kind: 'response',
    status: response.statusCode,
    headers,
    bytes,
    url: url.href,
    permanentRedirectTo: undefined,
  };
}

/** A kept connection may be closed by its server just as we write to it: one more try is the standard's advice. */
async function requestOverFreshOrKept(client: Client, url: URL, options: BoundedGet) {
  const ask = () =>
    request(url, {
      dispatcher: client.agent,
      headers: { ...client.headers, ...options.headers },
      signal: options.signal,
    });
  try {
    return await ask();
  } catch (error) {
    if (!isBrokenConnection(error) || options.signal.aborted) throw error;
    return await ask();
  }
}

function toRedirectTarget(location: string, base: URL): URL {
  const target = toHttpUrl(location, base.href);
  if (target) return target;
  throw new HttpError(
    'bad-answer',
    `${base.host} redirects to "${clip(location)}", which is not a web address.`,
  );
}

function toPlainHeaders(raw: Record<string, string | string[] | undefined>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined) headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

function clip(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

interface Client {
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly addresses: AddressPolicy;
  readonly wholeMs: number;
}

type BoundedGet = HttpGetOptions & { readonly signal: AbortSignal };

interface Redirect {
  readonly kind: 'redirect';
  readonly status: number;
  readonly to: URL;
}

/** How far a request has come: read by whoever has to say where it failed. */
interface Trail {
  url: URL;
  permanent: boolean;
  movedTo?: URL;
}
