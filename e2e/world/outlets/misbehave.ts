import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { toPage, toRedirect, type Answer } from '@/e2e/world/answer';
import type { Outlet } from '@/e2e/world/news/outlets';
import { answerFeed } from './feed-answer';
import type { OutletFault, OutletFaultKind } from './outlet-faults';
import type { HttpExchange, OutletParts } from './outlet-parts';

const SLOW_BYTES_PER_SECOND = 64;
const HUGE_BYTES = 20_000_000;
const HUGE_PIECE_BYTES = 100_000;

/** An outlet's feed, or what it has instead: an answer, or none where the response has been dealt with. */
export function misbehave(
  outlet: Outlet,
  { request, response }: HttpExchange,
  parts: OutletParts,
): Answer | undefined {
  const find = (kind: OutletFaultKind) => parts.faults.find(outlet.slug, kind);
  if (find('timeout')) return undefined;
  if (find('refused')) return hangUp(response);
  if (find('redirect-loop')) return toRedirect(302, `${parts.origin}/outlets/${outlet.slug}/loop/1`);
  const status = find('status');
  if (status) return answerStatus(outlet, status, parts.origin);
  const answer = answerFeed(outlet, request.headers, parts);
  const sending = SENDING.find(([kind]) => find(kind));
  if (!sending) return answer;
  const [kind, send] = sending;
  send(answer, response, find(kind)?.factor);
  return undefined;
}

type Send = (answer: Answer, response: ServerResponse, factor: number | undefined) => void;

/** What goes wrong on the way, each in its own manner. */
const SENDING: readonly (readonly [OutletFaultKind, Send])[] = [
  ['reset', cutShort],
  ['slow', drip],
  ['huge', pour],
  ['gzip-bomb', sendBomb],
];

function hangUp(response: ServerResponse): undefined {
  response.destroy();
}

function answerStatus(outlet: Outlet, fault: OutletFault, origin: string): Answer {
  const status = fault.status ?? 500;
  const moved = `${origin}/outlets/${outlet.slug}/moved/${outlet.feed.file}`;
  if (status >= 300 && status < 400) return toRedirect(status, fault.location ?? moved);
  const headers: Record<string, string> = {};
  if (fault.retryAfter !== undefined) headers['retry-after'] = String(fault.retryAfter);
  return { ...toPage(`<!DOCTYPE html><title>${status}</title><h1>${status}</h1>`, status), headers };
}

function cutShort(answer: Answer, response: ServerResponse): void {
  const body = Buffer.from(answer.body);
  response.writeHead(200, { 'content-type': answer.type, 'content-length': body.length });
  response.write(body.subarray(0, Math.ceil(body.length / 3)), () => response.destroy());
}

function drip(answer: Answer, response: ServerResponse, bytesPerSecond = SLOW_BYTES_PER_SECOND): void {
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

/** As fast as the asker takes it, and no length said before. */
function pour(answer: Answer, response: ServerResponse): void {
  const piece = Buffer.alloc(HUGE_PIECE_BYTES, '\n');
  let left = HUGE_BYTES / HUGE_PIECE_BYTES;
  response.writeHead(200, { 'content-type': answer.type });
  const flow = (): void => {
    while (left > 0) {
      left -= 1;
      if (!response.write(piece)) return;
    }
    response.end(answer.body);
  };
  response.on('drain', flow);
  flow();
}

function sendBomb(answer: Answer, response: ServerResponse): void {
  const bomb = gzipSync(Buffer.concat([Buffer.alloc(HUGE_BYTES, '\n'), Buffer.from(answer.body)]));
  response.writeHead(200, {
    'content-type': answer.type,
    'content-encoding': 'gzip',
    'content-length': bomb.length,
  });
  response.end(bomb);
}
