import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { toJson, toPage, type Answer } from './answer';
import { answerControl } from './control/control';
import type { Venue, World } from './control/world-parts';
import { worldPage } from './front-page';
import { toManifest } from './manifest';
import { answerOutlet } from './outlets/outlet-server';

const MAX_CONTROL_BYTES = 1_000_000;
const WORTH_GZIP_BYTES = 1_400;

/** One loopback server for everything: outlets, exchanges and controls, told apart by their paths. */
export function createWorldServer(worldOf: () => World | undefined): Server {
  const server = createServer((request, response) => {
    const world = worldOf();
    if (world === undefined)
      return send(toJson({ error: 'The world is being made.' }, 503), request, response);
    return void answer(request, response, world).catch((error: unknown) => {
      process.stderr.write(`${request.method} ${request.url}: ${String(error)}\n`);
      if (!response.headersSent) send(toJson({ error: String(error) }, 500), request, response);
    });
  });
  server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const venue = worldOf() && venueOf(toUrl(request), worldOf()?.venues ?? []);
    if (venue) venue.stream.handleUpgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  return server;
}

/** The address as the venue sees it: without its own name in front. */
export function pathBelowVenue(request: IncomingMessage): URL {
  const url = toUrl(request);
  return new URL(url.pathname.replace(/^\/[a-z]+/, '') + url.search, url);
}

async function answer(request: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const path = toUrl(request);
  const given = path.pathname.startsWith('/outlets/')
    ? await answerOutlet({ request, response, path }, world)
    : await answerOthers(request, path, world);
  if (given) send(given, request, response);
}

async function answerOthers(request: IncomingMessage, path: URL, world: World): Promise<Answer> {
  const venue = venueOf(path, world.venues);
  if (venue) return answerVenue(venue, request);
  if (path.pathname.startsWith('/control/')) {
    const { method } = request;
    const given = answerControl({ method, path, body: await readBody(request) }, world);
    const isPerson = method === 'POST' && given.status < 400 && isForm(request);
    return isPerson ? { ...toPage('', 303), headers: { location: '/' } } : given;
  }
  if (path.pathname === '/manifest.json') return toJson(toManifest(world));
  if (path.pathname === '/') return toPage(worldPage(world));
  return toPage('<!DOCTYPE html><title>Not found</title><h1>Not found</h1>', 404);
}

function answerVenue(venue: Venue, request: IncomingMessage): Answer {
  const refusal = venue.faults.find('refuse-rest');
  if (!refusal) return venue.rest(pathBelowVenue(request));
  const status = refusal.status ?? 451;
  const headers: Record<string, string> = status === 429 || status === 418 ? { 'retry-after': '5' } : {};
  return toJson({ code: 0, msg: 'Service unavailable from a restricted location.' }, status, headers);
}

function send(given: Answer, request: IncomingMessage, response: ServerResponse): void {
  const plain = Buffer.from(given.body);
  const takesGzip = (request.headers['accept-encoding']?.toString() ?? '').includes('gzip');
  const isText = /^(text|application)\//.test(given.type);
  const isZipped = takesGzip && isText && plain.length > WORTH_GZIP_BYTES;
  const body = isZipped ? gzipSync(plain) : plain;
  response.writeHead(given.status, {
    'content-type': given.type,
    ...(given.status === 304 ? {} : { 'content-length': body.length }),
    vary: 'accept-encoding',
    ...(isZipped ? { 'content-encoding': 'gzip' } : {}),
    ...given.headers,
  });
  response.end(request.method === 'HEAD' || given.status === 304 ? undefined : body);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += (piece as Buffer).length;
    if (size > MAX_CONTROL_BYTES) throw new Error('The request is too large.');
    pieces.push(piece as Buffer);
  }
  const text = Buffer.concat(pieces).toString('utf8');
  if (isForm(request))
    return Object.fromEntries([...new URLSearchParams(text)].filter(([, value]) => value !== ''));
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function isForm(request: IncomingMessage): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
}

function venueOf(url: URL, venues: readonly Venue[]): Venue | undefined {
  return venues.find(({ id }) => url.pathname === `/${id}` || url.pathname.startsWith(`/${id}/`));
}

function toUrl(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
}
