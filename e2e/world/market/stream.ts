import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { GARBAGE_FRAMES } from './garbage';
import { limitPerSecond } from './rate-limit';
import type { VenueFaults } from './venue-faults';

const PING_EVERY_MS = 20_000;
const PONG_WITHIN_MS = 60_000;
const MAX_PAYLOAD_BYTES = 1_000_000;
const MAX_UNSENT_BYTES = 16_000_000;
const BURST_FRAMES = 20_000;
const POLICY_VIOLATION = 1008;

/** A venue's websocket: who is connected, and what all venues have in common. */
export interface VenueStream {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Once a second: every session says what is new. */
  tick(nowMs: number): void;
  /** Closes every socket, or cuts it where `code` is missing. */
  drop(code: number | undefined): void;
  /** Says to every client that it will leave, then closes. */
  shutDown(afterMs: number): void;
  connections(): number;
  stop(): void;
}

/** What a venue's protocol does with one connection. */
export interface Session {
  onText(text: string): void;
  onSecond(nowMs: number): void;
  /** The venue says beforehand that it will leave. */
  onShutdown?(): void;
}

/** One client's connection as a protocol sees it: faults are applied behind it. */
export interface Connection {
  /** Path and query below the venue's base. */
  readonly path: URL;
  /** Acknowledgements, errors and heartbeats: only a stall of everything holds them back. */
  answer(frame: string): void;
  /** Market data: subject to every fault. */
  tell(frames: readonly string[]): void;
  close(code: number, reason: string): void;
  isOpen(): boolean;
}

export interface StreamPlan {
  readonly faults: VenueFaults;
  readonly openSession: (connection: Connection) => Session;
  /** Inbound frames a second, pings and pongs counted; more close the connection. */
  readonly maxInboundPerSecond: number;
  readonly serverPings: boolean;
  /** `pathname` below the venue's base, e.g. `/ws`. */
  readonly toPath: (request: IncomingMessage) => URL;
}

export function createStream(plan: StreamPlan): VenueStream {
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_PAYLOAD_BYTES,
  });
  const sessions = new Map<WebSocket, Session>();

  function open(socket: WebSocket, request: IncomingMessage): void {
    const session = plan.openSession(toConnection(socket, plan.toPath(request), plan.faults));
    sessions.set(socket, session);
    const isAllowed = limitPerSecond(plan.maxInboundPerSecond);
    const count = () => {
      if (!isAllowed()) socket.close(POLICY_VIOLATION, 'Too many requests');
    };
    socket.on('message', (data: RawData) => {
      count();
      if (socket.readyState === socket.OPEN && !plan.faults.find('stall-all')) session.onText(toText(data));
    });
    socket.on('ping', count);
    socket.on('error', () => socket.terminate());
    const stopPinging = plan.serverPings ? keepPinging(socket, plan.faults, count) : () => {};
    socket.on('close', () => {
      stopPinging();
      sessions.delete(socket);
    });
  }

  return {
    handleUpgrade(request, socket, head) {
      const refusal = plan.faults.find('refuse');
      if (refusal) return refuseUpgrade(socket, refusal.status ?? 451);
      return server.handleUpgrade(request, socket, head, (accepted) => open(accepted, request));
    },
    tick(nowMs) {
      for (const session of sessions.values()) session.onSecond(nowMs);
    },
    drop(code) {
      for (const socket of sessions.keys()) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    shutDown(afterMs) {
      const leaving = [...sessions];
      for (const [, session] of leaving) session.onShutdown?.();
      setTimeout(() => leaving.forEach(([socket]) => socket.close(1001)), afterMs).unref();
    },
    connections: () => sessions.size,
    stop() {
      for (const socket of sessions.keys()) socket.terminate();
      server.close();
    },
  };
}

function toConnection(socket: WebSocket, path: URL, faults: VenueFaults): Connection {
  const isOpen = () => socket.readyState === socket.OPEN;
  return {
    path,
    isOpen,
    answer(frame) {
      if (isOpen() && !faults.find('stall-all')) socket.send(frame);
    },
    tell(frames) {
      if (!isOpen() || faults.find('stall') || faults.find('stall-all')) return;
      for (const frame of withFaults(frames, faults)) {
        if (socket.bufferedAmount > MAX_UNSENT_BYTES) return;
        socket.send(frame);
      }
    },
    close: (code, reason) => socket.close(code, reason),
  };
}

function* withFaults(frames: readonly string[], faults: VenueFaults): Generator<string | Buffer> {
  const times = faults.find('duplicate') ? 2 : 1;
  for (const frame of frames) yield* Array<string>(times).fill(frame);
  yield* garbageOf(faults);
  const burst = faults.find('burst');
  const extra = burst && frames.length > 0 ? (burst.factor ?? BURST_FRAMES) : 0;
  for (let sent = 0; sent < extra; sent++) yield frames[sent % frames.length] ?? '';
}

function garbageOf(faults: VenueFaults): readonly (string | Buffer)[] {
  const garbage = faults.find('garbage');
  if (garbage === undefined) return [];
  return garbage.factor === undefined ? GARBAGE_FRAMES : [...GARBAGE_FRAMES, 'x'.repeat(garbage.factor)];
}

function keepPinging(socket: WebSocket, faults: VenueFaults, count: () => void): () => void {
  let pongDue: NodeJS.Timeout | undefined;
  const pinging = setInterval(() => {
    if (faults.find('stall-all')) return;
    socket.ping();
    pongDue ??= setTimeout(() => socket.terminate(), PONG_WITHIN_MS);
  }, PING_EVERY_MS);
  socket.on('pong', () => {
    count();
    clearTimeout(pongDue);
    pongDue = undefined;
  });
  return () => {
    clearInterval(pinging);
    clearTimeout(pongDue);
  };
}

function refuseUpgrade(socket: Duplex, status: number): void {
  const body = JSON.stringify({ code: 0, msg: 'Service unavailable from a restricted location.' });
  const head = [
    `HTTP/1.1 ${status} Refused`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(status === 429 || status === 418 ? ['Retry-After: 5'] : []),
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function toText(data: RawData): string {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
  return bytes.toString('utf8');
}
