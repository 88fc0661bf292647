import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback } from '@/lib/system/testing';
import type { HubAnswer } from './answer-hub';
import type { HubPush, PushOutcome } from './take-hub-push';

/** A WebSub hub on loopback: it takes requests, asks back as the recommendation says, and distributes. */
export interface TestHub {
  readonly url: string;
  /** What it was asked, the latest last. */
  readonly requests: URLSearchParams[];
  /** How it answers a request; 202 and a question back where nothing is set. */
  answer: ((response: ServerResponse) => void) | undefined;
  leaseSeconds: number;
  /** Asks back or denies. @returns status and body of the answer. */
  ask(query: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly body: string }>;
  /** Sends a document to the latest subscriber. @returns the status of the answer. */
  push(
    document: string,
    options?: { readonly method?: string; readonly signature?: string },
  ): Promise<number>;
  stop(): void;
}

export async function startTestHub(): Promise<TestHub> {
  const server = createServer((request, response) => void take(request, response));
  const requests: URLSearchParams[] = [];
  const latest = () => requests.at(-1) ?? new URLSearchParams();
  const hub: TestHub = {
    url: `${await listenOnLoopback(server)}/`,
    requests,
    answer: undefined,
    leaseSeconds: 3_600,
    ask: async (query) => {
      const callback = new URL(latest().get('hub.callback') ?? '');
      for (const [name, value] of Object.entries(query)) callback.searchParams.set(name, value);
      const answer = await fetch(callback);
      return { status: answer.status, body: await answer.text() };
    },
    push: async (document, { method = 'sha256', signature } = {}) => {
      const secret = requests.findLast((request) => request.has('hub.secret'))?.get('hub.secret') ?? '';
      const digits = createHmac(method, secret).update(document).digest('hex');
      const headers = {
        'content-type': 'application/rss+xml',
        'x-hub-signature': signature ?? `${method}=${digits}`,
      };
      const answer = await fetch(latest().get('hub.callback') ?? '', {
        method: 'POST',
        headers,
        body: document,
      });
      return answer.status;
    },
    stop: () => void server.close(),
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URLSearchParams((await readAll(request)).toString());
    requests.push(asked);
    if (hub.answer) return hub.answer(response);
    // It asks back before it answers: the hardest order for a subscriber.
    const answer = await hub.ask({
      'hub.mode': asked.get('hub.mode') ?? '',
      'hub.topic': asked.get('hub.topic') ?? '',
      'hub.challenge': 'a challenge & more',
      'hub.lease_seconds': String(hub.leaseSeconds),
    });
    response.writeHead(answer.body === 'a challenge & more' ? 202 : 400).end('It was not confirmed.');
  }
  return hub;
}

/** The desk's door for hubs, without the pages around it. @returns its origin. */
export async function startTestDoor(door: {
  readonly hear: (token: string, query: URLSearchParams) => Promise<HubAnswer>;
  readonly receive: (push: HubPush) => Promise<PushOutcome>;
}): Promise<{ readonly url: string; stop(): void }> {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://desk.example');
    const token = pathname.replace('/api/websub/', '');
    if (request.method === 'GET') {
      const answer = await door.hear(token, searchParams);
      response.writeHead(answer.kind === 'unknown' ? 404 : 200);
      return void response.end(answer.kind === 'confirmed' ? answer.challenge : '');
    }
    const contentType = request.headers['content-type'];
    const signature = request.headers['x-hub-signature']?.toString() ?? null;
    const outcome = await door.receive({
      token,
      signature,
      contentType,
      bytes: new Uint8Array(await readAll(request)),
    });
    response.writeHead(outcome.kind === 'unknown' ? 410 : 202).end();
  };
  const server = createServer((request, response) => void serve(request, response));
  return { url: await listenOnLoopback(server), stop: () => void server.close() };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
