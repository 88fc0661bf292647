import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Bus } from '@/lib/live/bus/bus';
import { CLOSE_CODES, MAX_CLIENT_MESSAGE_BYTES } from '@/lib/live/protocol';
import type { TokenQuote } from '@/lib/model/quote';
import type { VenueStatus } from '@/lib/model/venue';
import type { Clock } from '@/lib/system/clock';
import type { Logger } from '@/lib/system/log';
import { createAdmission, type Admission } from './admission';
import { answerMessage } from './answer-message';
import { GatewayClient } from './client';
import { createFanOut, type FanOut } from './fan-out';
import { createLedger, type Ledger } from './ledger';
import { GATEWAY_LIMITS, type GatewayLimits } from './limits';
import { readClientFrame } from './read-client-frame';
import { createRecentNews, type RecentNews } from './recent-news';
import { refuseUpgrade } from './refuse-upgrade';
import { sayGoodbye } from './say-goodbye';
import { helloFrame, venueFrame } from './server-frames';
import { createSubscriptions } from './subscriptions';

/** The browsers' end of the desk: quotes, stories and venue states over one socket each. */
export function createGateway(options: GatewayOptions): Gateway {
  const limits = options.limits ?? GATEWAY_LIMITS;
  const desk: Desk = {
    ...options,
    limits,
    ledger: createLedger(),
    recentNews: createRecentNews(),
    fanOut: createFanOut(options.clock),
    admission: createAdmission({ limits, allowedOrigins: options.allowedOrigins }),
    clients: new Set(),
  };
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_CLIENT_MESSAGE_BYTES,
  });
  desk.ledger.take(options.quotes(), options.clock());
  const leaveBus = joinBus(desk);
  const judging = setInterval(() => judge(desk), limits.judgeEveryMs);
  let stopping = false;

  return {
    handleUpgrade(request, socket, head) {
      const verdict = stopping ? STOPPING : desk.admission.admit(request, options.clock());
      if (verdict.kind === 'admitted') {
        return server.handleUpgrade(request, socket, head, (ws) => welcome(desk, ws, verdict.address));
      }
      options.log.debug({ status: verdict.status, origin: request.headers.origin }, verdict.reason);
      refuseUpgrade(socket, verdict);
    },
    async stop(why) {
      stopping = true;
      leaveBus();
      clearInterval(judging);
      desk.fanOut.stop();
      await sayGoodbye([...desk.clients], why);
    },
  };
}

const STOPPING = { kind: 'refused', status: 503, reason: 'The server is stopping.', retryAfterS: 2 } as const;

function joinBus({ bus, clock, ledger, recentNews, clients }: Desk): () => void {
  const sendAll = (frame: string, wants: (client: GatewayClient) => boolean): void => {
    for (const client of clients) if (wants(client)) client.send(frame);
  };
  const leave = [
    bus.subscribe('quotes', (quotes) => ledger.take(quotes, clock())),
    bus.subscribe('venue', (status) => sendAll(venueFrame(status), () => true)),
    bus.subscribe('news', (event) => sendAll(recentNews.add(event, clock()), (client) => client.wantsNews)),
  ];
  return () => leave.forEach((out) => out());
}

function judge({ clock, ledger, admission, clients }: Desk): void {
  const now = clock();
  ledger.judge(now);
  admission.forget(now);
  for (const client of clients) client.judge(now);
}

function welcome(desk: Desk, socket: WebSocket, address: string): void {
  const { clients, fanOut, admission, ledger, clock, log } = desk;
  const client = new GatewayClient(socket, createSubscriptions(ledger), {
    limits: desk.limits,
    now: clock(),
  });
  admission.enter(address);
  clients.add(client);
  fanOut.add(client);
  socket.on('close', () => {
    clients.delete(client);
    fanOut.remove(client);
    admission.leave(address);
  });
  // A broken frame or connection: ws closes with the fitting code by itself.
  socket.on('error', (error) => log.debug({ err: error, address }, 'A browser socket failed'));
  socket.on('message', (data, isBinary) => {
    if (socket.readyState !== socket.OPEN || !Buffer.isBuffer(data)) return;
    try {
      hear(desk, client, { bytes: data, isBinary });
    } catch (error) {
      // One browser's message never ends the process that serves all others.
      log.error({ err: error, address }, 'A browser message could not be answered');
      socket.terminate();
    }
  });
  client.send(helloFrame(ledger.epoch, clock(), desk.simulated));
  for (const status of desk.venues()) client.send(venueFrame(status));
}

function hear(desk: Desk, client: GatewayClient, frame: { bytes: Buffer; isBinary: boolean }): void {
  if (!client.mayTalk(desk.clock())) {
    return client.refuse(CLOSE_CODES.tooMany, { t: 'err', code: 'rate', message: 'Too many messages.' });
  }
  const read = readClientFrame(frame.bytes, frame.isBinary);
  if (read.kind === 'message') return answerMessage(client, read.message, desk);
  client.refuse(CLOSE_CODES.badMessage, { t: 'err', code: 'bad-message', message: read.why });
}

export interface GatewayOptions {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Logger;
  /** Said to every browser: these prices are pretend ones. */
  readonly simulated: boolean;
  readonly tokenIds: () => ReadonlySet<string>;
  /** What is held at the start; from then on the bus tells. */
  readonly quotes: () => readonly TokenQuote[];
  readonly venues: () => readonly VenueStatus[];
  readonly allowedOrigins: (origin: string | undefined, host: string | undefined) => boolean;
  readonly limits?: GatewayLimits;
}

export interface Gateway {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends every browser away with a moment to come back at; resolves when they are gone. */
  stop(why: string): Promise<void>;
}

interface Desk extends GatewayOptions {
  readonly limits: GatewayLimits;
  readonly ledger: Ledger;
  readonly recentNews: RecentNews;
  readonly fanOut: FanOut;
  readonly admission: Admission;
  readonly clients: Set<GatewayClient>;
}
