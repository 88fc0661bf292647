import { request, type Agent } from 'undici';
import { toHttpUrl } from '@/lib/core/url';
import type { AddressPolicy } from './address-guard';
import type { HttpResponse } from './http';
import { readBody, tooLarge } from './http-body';
import { HttpError, isBrokenConnection, type HttpFailure } from './http-failure';
import { refuseUrl } from './refuse-url';

const MAX_REDIRECTS = 5;
const PERMANENT_REDIRECTS = new Set([301, 308]);
/** A form is sent on only where the redirect says to send the same again. */
const REDIRECTS = { GET: new Set([301, 302, 303, 307, 308]), POST: new Set([307, 308]) };
const FORM_TYPE = 'application/x-www-form-urlencoded';

export interface Client {
  readonly agents: Readonly<Record<Question['method'], Agent>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly addresses: AddressPolicy;
}

export interface Question {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly only?: { readonly url: string; readonly headers: Readonly<Record<string, string>> };
  /** The body of a POST, encoded. */
  readonly form?: string;
  readonly maxBytes: number;
  readonly mayFollow?: MayFollow;
  readonly signal: AbortSignal;
}

/** Asked before a redirect is followed: why not, if not. */
export type MayFollow = (url: string) => Promise<Omit<HttpFailure, 'kind'> | undefined>;

/** How far a request has come: read by whoever has to say where it failed. */
export interface Trail {
  url: URL;
  permanent: boolean;
  movedTo?: URL;
}

/** Asks, and asks on where it is sent to; every hop is checked like the first. */
export async function followRedirects(
  client: Client,
  trail: Trail,
  question: Question,
): Promise<HttpResponse> {
  const seen = new Set<string>();
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (seen.has(trail.url.href)) break;
    seen.add(trail.url.href);
    const answer = await askOnce(client, trail.url, question);
    if (answer.kind === 'response') return { ...answer, permanentRedirectTo: trail.movedTo?.href };
    trail.permanent &&= PERMANENT_REDIRECTS.has(answer.status) && !isDowngrade(trail.url, answer.to);
    if (trail.permanent) trail.movedTo = answer.to;
    trail.url = answer.to;
    await insistOnConsent(question, answer.to);
  }
  const looping = seen.has(trail.url.href);
  const words = looping ? 'redirects in a circle' : `redirects more than ${MAX_REDIRECTS} times`;
  throw new HttpError('redirect-loop', `The address ${words}, last to ${clipAddress(trail.url.href)}.`);
}

async function insistOnConsent({ mayFollow }: Question, to: URL): Promise<void> {
  const refused = await mayFollow?.(to.href);
  if (refused) throw new HttpError(refused.reason, refused.message);
}

/** An address short enough for a sentence. */
export function clipAddress(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

async function askOnce(client: Client, url: URL, question: Question): Promise<HttpResponse | Redirect> {
  const refused = refuseUrl(url, client.addresses);
  if (refused !== undefined) {
    throw new HttpError('refused-address', `It may not be reached: ${refused}.`);
  }
  const response = await requestOverFreshOrKept(client, url, question);
  try {
    return await readAnswer(response, url, question);
  } catch (error) {
    // Closes the connection; the stream reports its own end as an error that nobody else hears.
    response.body.on('error', () => undefined).destroy();
    throw error;
  }
}

async function readAnswer(
  response: Awaited<ReturnType<typeof request>>,
  url: URL,
  { method, maxBytes }: Question,
): Promise<HttpResponse | Redirect> {
  const headers = toPlainHeaders(response.headers);
  const status = response.statusCode;
  const to = REDIRECTS[method].has(status) ? headers['location'] : undefined;
  if (to !== undefined) {
    await response.body.dump();
    return { kind: 'redirect', status, to: toRedirectTarget(to, url) };
  }
  if (Number(headers['content-length']) > maxBytes) throw tooLarge(maxBytes);
  const body = await readBody(response.body, headers['content-encoding'], maxBytes);
  return { kind: 'response', status, headers, ...body, url: url.href, permanentRedirectTo: undefined };
}

/** A kept connection may be closed by its server just as we write to it: one more try is the standard's advice. */
async function requestOverFreshOrKept(client: Client, url: URL, question: Question) {
  const ask = () =>
    request(url, {
      dispatcher: client.agents[question.method],
      method: question.method,
      headers: {
        ...client.headers,
        ...(question.form !== undefined && { 'content-type': FORM_TYPE }),
        ...question.headers,
        ...(question.only?.url === url.href && question.only.headers),
      },
      body: question.form ?? null,
      signal: question.signal,
    });
  try {
    return await ask();
  } catch (error) {
    const mayRepeat = question.method === 'GET' && isBrokenConnection(error) && !question.signal.aborted;
    if (!mayRepeat) throw error;
    return await ask();
  }
}

/** Followed, since many sites do it, but never remembered: on the way back to http anybody could have written it. */
function isDowngrade(from: URL, to: URL): boolean {
  return from.protocol === 'https:' && to.protocol === 'http:';
}

function toRedirectTarget(location: string, base: URL): URL {
  const target = toHttpUrl(location, base.href);
  if (target) return target;
  throw new HttpError(
    'bad-answer',
    `${base.host} redirects to "${clipAddress(location)}", which is not a web address.`,
  );
}

function toPlainHeaders(raw: Record<string, string | string[] | undefined>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined) headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

interface Redirect {
  readonly kind: 'redirect';
  readonly status: number;
  readonly to: URL;
}
