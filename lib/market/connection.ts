import { SECOND_MS } from '@/lib/core/time';
import type { RawQuote } from '@/lib/model/quote';
import { VENUE_NAMES, type VenueState, type VenueStatus } from '@/lib/model/venue';
import type { Clock } from '@/lib/system/clock';
import type { Logger } from '@/lib/system/log';
import type { Exchange, FrameData, Parsed } from './exchanges/exchange';
import { CONNECTION_LIMITS, planRetry, type ConnectionLimits, type SocketEnd } from './reconnect';
import { VenueSocket } from './venue-socket';

const MAX_NAMED_SYMBOLS = 5;
/** Rotation is spread over the last twentieth of a connection's life. */
const ROTATION_SPREAD = 0.05;

export interface ConnectionOptions {
  readonly exchange: Exchange;
  /** The venue's websocket base. */
  readonly base: string;
  readonly symbols: readonly string[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly onQuotes: (quotes: readonly RawQuote[]) => void;
  readonly onStatus: (status: VenueStatus) => void;
  readonly limits?: Partial<ConnectionLimits>;
  readonly random?: () => number;
}

export type FrameCounts = Readonly<Record<Parsed['kind'], number>>;

/**
 * Keeps one venue's stream coming: dials, redials with patience, opens the next connection before
 * the venue cuts this one, and says in words how things stand.
 */
export class VenueConnection implements AsyncDisposable {
  readonly #options: ConnectionOptions;
  readonly #limits: ConnectionLimits;
  readonly #random: () => number;
  readonly #counts = { quotes: 0, ack: 0, heartbeat: 0, ignored: 0, garbage: 0, control: 0 };
  readonly #refusedSymbols = new Set<string>();
  readonly #closing = new Set<Promise<void>>();
  #status: VenueStatus;
  #current: Line | undefined;
  /** Being opened while the current one still delivers. */
  #successor: Line | undefined;
  #redial: NodeJS.Timeout | undefined;
  #rotation: NodeJS.Timeout | undefined;
  #failures = 0;
  #opened = 0;
  #inMaintenance = false;
  #stopped = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#limits = { ...CONNECTION_LIMITS, ...options.limits };
    this.#random = options.random ?? Math.random;
    this.#status = {
      venue: options.exchange.id,
      state: 'connecting',
      since: options.clock(),
      reason: undefined,
      lastDataAt: undefined,
      reconnects: 0,
    };
  }

  get status(): VenueStatus {
    return this.#status;
  }

  /** How many frames of each kind came since the start. */
  get frames(): FrameCounts {
    return { ...this.#counts };
  }

  start(): void {
    this.#options.onStatus(this.#status);
    this.#current = this.#dial();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#redial);
    clearTimeout(this.#rotation);
    if (this.#current) this.#close(this.#current);
    if (this.#successor) this.#close(this.#successor);
    await Promise.all(this.#closing);
    this.#setState('down', 'The desk has stopped.');
  }

  #dial(): Line {
    const { exchange, base, symbols } = this.#options;
    const line: Line = {
      socket: new VenueSocket({
        url: exchange.socketUrl(base.replace(/\/+$/, '')),
        spec: exchange.spec,
        subscribeFrames: exchange.subscribeFrames(symbols),
        handshakeMs: this.#limits.handshakeMs,
        onOpen: () => this.#onOpen(line),
        onFrame: (data) => this.#onFrame(line, data),
        onEnd: (end) => this.#onEnd(line, end),
      }),
      openedAt: undefined,
      firstDataAt: undefined,
    };
    return line;
  }

  #onOpen(line: Line): void {
    line.openedAt = this.#options.clock();
    this.#status = { ...this.#status, reconnects: this.#opened };
    this.#opened += 1;
    this.#refusedSymbols.clear();
  }

  #onFrame(line: Line, data: FrameData): boolean {
    const receivedAt = this.#options.clock();
    const parsed = this.#parse(data, receivedAt);
    this.#counts[parsed.kind] += 1;
    if (parsed.kind === 'quotes') this.#onQuotes(line, parsed.quotes, receivedAt);
    if (parsed.kind === 'ack' && !parsed.ok) this.#onRefusedSymbol(parsed.symbol, parsed.message);
    if (parsed.kind === 'control') this.#onControl(line, parsed.what);
    if (parsed.kind === 'garbage' && this.#counts.garbage === 1) {
      this.#options.log.warn(
        { venue: this.#status.venue, why: parsed.why },
        'A venue sends frames that make no sense.',
      );
    }
    return parsed.kind === 'quotes';
  }

  /** An adapter must not throw; should one ever, a frame is lost and not the desk. */
  #parse(data: FrameData, receivedAt: Date): Parsed {
    try {
      return this.#options.exchange.parse(data, receivedAt);
    } catch (error) {
      this.#options.log.error({ err: error, venue: this.#status.venue }, 'An adapter failed on a frame.');
      return { kind: 'garbage', why: 'the adapter failed' };
    }
  }

  #onQuotes(line: Line, quotes: readonly RawQuote[], receivedAt: Date): void {
    if (line === this.#successor) this.#promote(line);
    if (line.firstDataAt === undefined) {
      line.firstDataAt = receivedAt;
      this.#rotateWhenOld();
    }
    if (receivedAt.getTime() - line.firstDataAt.getTime() >= this.#limits.steadyAfterMs) this.#failures = 0;
    this.#status = { ...this.#status, lastDataAt: receivedAt };
    this.#setState('up', this.#refusals());
    this.#options.onQuotes(quotes);
  }

  #onRefusedSymbol(symbol: string | undefined, message: string | undefined): void {
    const { venue, state } = this.#status;
    this.#options.log.warn(
      { venue, symbol },
      `${VENUE_NAMES[venue]} refuses a subscription: ${message ?? 'no reason given'}`,
    );
    if (symbol !== undefined) this.#refusedSymbols.add(symbol);
    if (state === 'up') this.#setState('up', this.#refusals());
  }

  #refusals(): string | undefined {
    if (this.#refusedSymbols.size === 0) return undefined;
    const named = [...this.#refusedSymbols].slice(0, MAX_NAMED_SYMBOLS).join(', ');
    return `Does not know ${this.#refusedSymbols.size} of the symbols we ask for: ${named}.`;
  }

  #onControl(line: Line, what: 'shutdown' | 'maintenance' | 'online'): void {
    if (what !== 'shutdown') this.#inMaintenance = what === 'maintenance';
    // A venue that says goodbye to a connection just opened is left to close it: no chain of rotations.
    else if (this.#ageOf(line) > this.#limits.steadyAfterMs) this.#rotate();
  }

  #rotateWhenOld(): void {
    const { maxAgeMs } = this.#options.exchange.spec;
    if (maxAgeMs === undefined) return;
    clearTimeout(this.#rotation);
    this.#rotation = setTimeout(() => this.#rotate(), maxAgeMs * (1 - ROTATION_SPREAD * this.#random()));
  }

  #rotate(): void {
    if (this.#stopped || this.#successor || this.#current === undefined) return;
    this.#successor = this.#dial();
  }

  #promote(line: Line): void {
    if (this.#current) this.#close(this.#current);
    this.#current = line;
    this.#successor = undefined;
  }

  #onEnd(line: Line, end: SocketEnd): void {
    const past = { failures: this.#failures, livedMs: this.#ageOf(line), now: this.#options.clock() };
    const retry = planRetry(end, past, { limits: this.#limits, random: this.#random });
    if (retry.delayMs > 0) this.#failures += 1;
    if (line === this.#successor) {
      this.#successor = undefined;
      this.#rotation = setTimeout(() => this.#rotate(), retry.delayMs);
      return;
    }
    this.#current = this.#successor;
    this.#successor = undefined;
    clearTimeout(this.#rotation);
    this.#setState(retry.state, this.#explain(retry.reason, this.#current ? 0 : retry.delayMs));
    if (this.#current) return;
    this.#redial = setTimeout(() => (this.#current = this.#dial()), retry.delayMs);
  }

  #explain(reason: string, delayMs: number): string {
    const parts = [reason];
    if (this.#inMaintenance) parts.push('It says that it is in maintenance.');
    if (delayMs >= 2 * SECOND_MS) {
      const next = new Date(this.#options.clock().getTime() + delayMs);
      parts.push(`Next attempt at ${next.toISOString().slice(11, 19)} UTC.`);
    }
    return parts.join(' ');
  }

  #ageOf(line: Line): number {
    return line.openedAt === undefined ? 0 : this.#options.clock().getTime() - line.openedAt.getTime();
  }

  #close(line: Line): void {
    const closed = line.socket[Symbol.asyncDispose]().finally(() => this.#closing.delete(closed));
    this.#closing.add(closed);
  }

  #setState(state: VenueState, reason: string | undefined): void {
    if (state === this.#status.state && reason === this.#status.reason) return;
    const changed = state !== this.#status.state;
    const since = changed ? this.#options.clock() : this.#status.since;
    this.#status = { ...this.#status, state, reason, since };
    // Every further attempt is in the status; the log tells what changed.
    this.#options.log[changed ? 'info' : 'debug'](
      { venue: this.#status.venue, state, reason },
      `${VENUE_NAMES[this.#status.venue]} is ${state}.`,
    );
    this.#options.onStatus(this.#status);
  }
}

interface Line {
  readonly socket: VenueSocket;
  openedAt: Date | undefined;
  firstDataAt: Date | undefined;
}
