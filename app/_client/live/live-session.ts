import type { ClientMessage, Rate, ServerMessage } from '@/lib/live/protocol';
import { createRateWindow } from '@/lib/core/rate-window';
import { planSubscriptions, type PlannedMessage } from './plan-subscriptions';
import { readServerMessage } from './read-server-message';
import type { Wishes } from './wishes';

/** Wishes that come together travel together. */
const GATHER_MS = 30;
/** The server takes 20 messages in ten seconds; some are left for pings. */
const MAX_SUBSCRIPTION_MESSAGES = 15;
const MESSAGE_WINDOW_MS = 10_000;
const ASK_AGAIN_MS = 1_000;
const WATCH_EVERY_MS = 5_000;
const PONG_WITHIN_MS = 5_000;

/** One life of one socket: says what is wanted, hears what comes, notices when nothing does. */
export class LiveSession {
  private open = false;
  private ended = false;
  private lastHeardMs = Date.now();
  private messageId = 0;
  private unanswered = 0;
  private readonly told = new Map<string, Rate>();
  private readonly maySubscribe = createRateWindow(MAX_SUBSCRIPTION_MESSAGES, MESSAGE_WINDOW_MS);
  private toldNews = false;
  private toldBackground = false;
  private tellTimer: Timer | undefined;
  private pongTimer: Timer | undefined;
  private readonly watchTimer: Timer;

  constructor(private readonly options: SessionOptions) {
    const { socket } = options;
    socket.addEventListener('message', (event) => this.hear(event.data));
    socket.addEventListener('close', (event) => this.finish(event.code));
    socket.addEventListener('error', () => this.end());
    this.watchTimer = setInterval(() => this.watch(), WATCH_EVERY_MS);
  }

  /** Tells the server, in a moment, what changed among the wishes. */
  followWishes(waitMs = GATHER_MS): void {
    if (!this.open || this.tellTimer !== undefined) return;
    this.tellTimer = setTimeout(() => this.tell(), waitMs);
  }

  setBackground(background: boolean): void {
    this.options.background = background;
    if (!this.open || this.toldBackground === background) return;
    this.toldBackground = background;
    this.send({ t: 'rate', rate: background ? 'idle' : 'focus' });
  }

  /** Asks for a sign of life; without one the session ends. */
  probe(): void {
    if (!this.open || this.pongTimer !== undefined) return;
    this.send({ t: 'ping', c: Date.now() });
    this.pongTimer = setTimeout(() => this.end(), PONG_WITHIN_MS);
  }

  end(): void {
    this.options.socket.close();
    // The close event of a dead network comes a minute later, if at all.
    this.finish(undefined);
  }

  private hear(data: unknown): void {
    const message = readServerMessage(data);
    if (message === undefined || this.ended) return;
    this.lastHeardMs = Date.now();
    clearTimeout(this.pongTimer);
    this.pongTimer = undefined;
    if (message.t === 'hello') this.begin(message.epoch);
    if (message.t === 'news') this.options.memory.newsUntil = message.at;
    if (message.t === 'snap') this.unanswered -= 1;
    if (message.t === 'snap' || message.t === 'd') this.remember(message);
    this.options.onMessage(message);
  }

  private begin(epoch: string): void {
    const { memory } = this.options;
    if (memory.epoch !== epoch) Object.assign(memory, { epoch, seq: 0, held: new Set() });
    this.open = true;
    this.setBackground(this.options.background);
    this.tell();
  }

  /** As long as a subscription is unanswered, the number does not yet speak for all that is wanted. */
  private remember({ seq, q }: Extract<ServerMessage, { t: 'snap' | 'd' }>): void {
    const { memory } = this.options;
    if (this.unanswered === 0) memory.seq = seq;
    for (const [tokenId] of q) if (this.told.has(tokenId)) memory.held.add(tokenId);
  }

  private tell(): void {
    this.tellTimer = undefined;
    const { wishes, memory } = this.options;
    const wanted = wishes.tokens();
    // What nobody watches any more goes out of date unseen.
    for (const id of memory.held) if (!wanted.has(id)) memory.held.delete(id);
    const resume = memory.epoch === undefined ? undefined : { epoch: memory.epoch, seq: memory.seq };
    const holds = (id: string): boolean => memory.held.has(id);
    for (const message of planSubscriptions({ told: this.told, wanted, resume, holds })) {
      if (!this.maySubscribe(new Date())) return this.followWishes(ASK_AGAIN_MS);
      this.subscribe(message);
    }
    if (this.toldNews === wishes.news()) return;
    this.toldNews = wishes.news();
    this.send({ t: 'news', on: this.toldNews, since: memory.newsUntil });
  }

  private subscribe(message: PlannedMessage): void {
    this.messageId += 1;
    this.send({ ...message, id: this.messageId });
    if (message.t === 'unsub') {
      for (const id of message.ids) this.told.delete(id);
      return;
    }
    this.unanswered += 1;
    for (const id of message.ids) this.told.set(id, message.rate ?? 'tape');
  }

  private watch(): void {
    const silence = Date.now() - this.lastHeardMs;
    if (silence >= this.options.heartbeatMs) this.probe();
  }

  private send(message: ClientMessage): void {
    const { socket } = this.options;
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  }

  private finish(code: number | undefined): void {
    if (this.ended) return;
    this.ended = true;
    this.open = false;
    clearInterval(this.watchTimer);
    clearTimeout(this.tellTimer);
    clearTimeout(this.pongTimer);
    this.options.onEnd(code);
  }
}

type Timer = ReturnType<typeof setTimeout>;

interface SessionOptions {
  readonly socket: WebSocket;
  readonly wishes: Wishes;
  readonly memory: SessionMemory;
  readonly heartbeatMs: number;
  background: boolean;
  readonly onMessage: (message: ServerMessage) => void;
  readonly onEnd: (code: number | undefined) => void;
}

/** What outlives a session: which rows are here, complete up to `seq` of the epoch. */
export interface SessionMemory {
  epoch: string | undefined;
  seq: number;
  held: Set<string>;
  /** When the last story was told, or the page was written. */
  newsUntil: number | undefined;
}
