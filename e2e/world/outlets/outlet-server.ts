import type { IncomingMessage, ServerResponse } from 'node:http';
import { toPage, type Answer } from '@/e2e/world/answer';
import { outletBySlug, type Outlet } from '@/e2e/world/news/outlets';
import { answerFeed } from './feed-answer';
import type { OutletFault } from './outlet-faults';
import { articlePage, frontPage } from './outlet-pages';
import type { OutletParts } from './outlet-parts';

const OUTLET_PATH = /^\/outlets\/([a-z-]+)\/(.*)$/;
const SLOW_BYTES_PER_SECOND = 64;
const PICTURE_MAX_AGE = 'public, max-age=86400, immutable';

/** Answers a request below `/outlets/`, or misbehaves as told; `undefined` when the response has been dealt with. */
export async function answerOutlet(exchange: HttpExchange, parts: OutletParts): Promise<Answer | undefined> {
  const { path, request } = exchange;
  const [, slug = '', rest = ''] = OUTLET_PATH.exec(path.pathname) ?? [];
  const outlet = outletBySlug(slug);
  if (outlet === undefined) return notFound();
  if (rest === outlet.feed.file) return misbehave(outlet, exchange, parts);
  // Where a feed goes when it moves; the old address may stop working, this one does not.
  if (rest === `moved/${outlet.feed.file}`) return answerFeed(outlet, request.headers, parts);
  if (rest.startsWith('loop/'))
    return redirect(302, `${parts.origin}/outlets/${slug}/loop/${Number(rest.slice(5)) + 1}`);
  if (rest.startsWith('pictures/')) return answerPicture(rest.slice('pictures/'.length), parts);
  return answerPage(outlet, path, parts);
}

function answerPage(outlet: Outlet, path: URL, parts: OutletParts): Answer {
  if (path.pathname === `/outlets/${outlet.slug}/`) {
    return toPage(frontPage(outlet, itemsOn(outlet, path, parts), parts.origin));
  }
  const item = parts.newsroom.itemAt(path.pathname);
  return item ? toPage(articlePage(item, parts.origin)) : notFound();
}

function misbehave(
  outlet: Outlet,
  { request, response }: HttpExchange,
  parts: OutletParts,
): Answer | undefined {
  const { faults, origin } = parts;
  if (faults.find(outlet.slug, 'timeout')) return undefined;
  if (faults.find(outlet.slug, 'redirect-loop'))
    return redirect(302, `${origin}/outlets/${outlet.slug}/loop/1`);
  const status = faults.find(outlet.slug, 'status');
  if (status) return answerStatus(outlet, status, origin);
  const answer = answerFeed(outlet, request.headers, parts);
  if (faults.find(outlet.slug, 'reset')) return cutShort(answer, response);
  const slow = faults.find(outlet.slug, 'slow');
  return slow ? drip(answer, response, slow.factor ?? SLOW_BYTES_PER_SECOND) : answer;
}

function answerStatus(outlet: Outlet, fault: OutletFault, origin: string): Answer {
  const status = fault.status ?? 500;
  const moved = `${origin}/outlets/${outlet.slug}/moved/${outlet.feed.file}`;
  if (status >= 300 && status < 400) return redirect(status, fault.location ?? moved);
  const headers: Record<string, string> = {};
  if (fault.retryAfter !== undefined) headers['retry-after'] = String(fault.retryAfter);
  return { ...toPage(`<!DOCTYPE html><title>${status}</title><h1>${status}</h1>`, status), headers };
}

function cutShort(answer: Answer, response: ServerResponse): undefined {
  const body = Buffer.from(answer.body);
  response.writeHead(200, { 'content-type': answer.type, 'content-length': body.length });
  response.write(body.subarray(0, Math.ceil(body.length / 3)), () => response.destroy());
}

function drip(answer: Answer, response: ServerResponse, bytesPerSecond: number): undefined {
  const body = Buffer.from(answer.body);
  response.writeHead(200, { 'content-type': answer.type, 'content-length': body.length });
  let sent = 0;
  const dripping = setInterval(() => {
    const piece = body.subarray(sent, sent + bytesPerSecond);
    sent += piece.length;
    response.write(piece);
    if (sent < body.length) return;
    clearInterval(dripping);
    response.end();
  }, 1_000);
  response.on('close', () => clearInterval(dripping));
}

async function answerPicture(name: string, { picture }: OutletParts): Promise<Answer> {
  const file = await picture(name);
  if (file === undefined) return notFound();
  return { status: 200, type: file.type, body: file.bytes, headers: { 'cache-control': PICTURE_MAX_AGE } };
}

function itemsOn(outlet: Outlet, path: URL, { newsroom }: OutletParts) {
  const theme = path.searchParams.get('theme');
  return newsroom.itemsOf(outlet.slug).filter((item) => theme === null || item.theme === theme);
}

function redirect(status: number, location: string): Answer {
  return { ...toPage('', status), headers: { location } };
}

function notFound(): Answer {
  return toPage('<!DOCTYPE html><title>Not found</title><h1>Not found</h1>', 404);
}

/** One request and where its answer goes. */
export interface HttpExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: URL;
}
