import type { IncomingMessage } from 'node:http';
import { WebSocket, type RawData } from 'ws';
import { describeHttpError } from '@/lib/system/http-failure';
import type { ExchangeSpec, FrameData } from './exchanges/exchange';
import type { SocketEnd } from './reconnect';

const MAX_FRAME_BYTES = 4 * 1024 * 1024;
const CLOSE_TIMEOUT_MS = 1_000;
const MAX_REASON_CHARS = 120;
/** The watchdog looks this many times within the silence it allows. */
const LOOKS_PER_SILENCE = 4;
const NORMAL_CLOSURE = 1_000;

export interface VenueSocketOptions {
  readonly url: string;
  readonly spec: ExchangeSpec;
  readonly subscribeFrames: readonly string[];
  readonly handshakeMs: number;
  readonly onOpen: () => void;
  /** Returns whether the frame brought quotes: nothing else proves that the venue still works. */
  readonly onFrame: (data: FrameData) => boolean;
  /** Called once, and never after the socket was disposed of. */
  readonly onEnd: (end: SocketEnd) => void;
}

/** One connection to a venue, from dialling to its end: subscribes, keeps alive, and notices silence. */
export class VenueSocket implements AsyncDisposable {
  readonly #options: VenueSocketOptions;
  readonly #socket: WebSocket;
  readonly #timers = new Set<NodeJS.Timeout>();
  #over = false;
  #brokenBy: string | undefined;
  #heardAnything = false;
  #looksWithoutData = 0;

  constructor(options: VenueSocketOptions) {
    this.#options = options;
    this.#socket = new WebSocket(options.url, {
      perMessageDeflate: false,
      handshakeTimeout: options.handshakeMs,
      maxPayload: MAX_FRAME_BYTES,
      // A frame of broken UTF-8 is garbage to count, no reason to lose the stream.
      skipUTF8Validation: true,
    });
    this.#socket
      .on('open', () => this.#onOpen())
      .on('message', (data, isBinary) => this.#onMessage(data, isBinary))
      .on('unexpected-response', (_, response) => this.#onRefusal(response))
      .on('error', (error) => this.#onError(error))
      .on('close', (code, reason) => this.#onClose(code, reason));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#finish();
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = new Promise<void>((resolve) => this.#socket.once('close', () => resolve()));
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.close(NORMAL_CLOSURE);
    else this.#socket.terminate();
    const impatience = setTimeout(() => this.#socket.terminate(), CLOSE_TIMEOUT_MS);
    await closed;
    clearTimeout(impatience);
  }

  #onOpen(): void {
    if (this.#over) return;
    this.#options.onOpen();
    this.#send([...this.#options.subscribeFrames]);
    this.#watch();
    this.#keepAlive();
  }

  #send(frames: readonly string[]): void {
    const [frame, ...rest] = frames;
    if (frame === undefined) return;
    this.#socket.send(frame);
    if (rest.length === 0) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#send(rest);
    }, this.#options.spec.frameGapMs);
    this.#timers.add(timer);
  }

  /** Counts looks, not clock time: a machine that slept or stood still does not accuse the venue. */
  #watch(): void {
    const { silenceMs } = this.#options.spec;
    this.#every(silenceMs / LOOKS_PER_SILENCE, () => {
      this.#looksWithoutData += 1;
      if (this.#looksWithoutData > LOOKS_PER_SILENCE) this.#end({ kind: 'silent', forMs: silenceMs });
    });
  }

  #keepAlive(): void {
    const { keepalive } = this.#options.spec;
    if (keepalive.by === 'venue') return;
    this.#every(keepalive.everyMs, () => {
      const busy = keepalive.onlyWhenQuiet && this.#heardAnything;
      this.#heardAnything = false;
      if (busy) return;
      if (keepalive.payload === undefined) this.#socket.ping();
      else this.#socket.send(keepalive.payload);
    });
  }

  #every(ms: number, act: () => void): void {
    this.#timers.add(setInterval(act, ms));
  }

  #onMessage(data: RawData, isBinary: boolean): void {
    if (this.#over || !Buffer.isBuffer(data)) return;
    this.#heardAnything = true;
    if (this.#options.onFrame(isBinary ? data : data.toString('utf8'))) this.#looksWithoutData = 0;
  }

  #onRefusal(response: IncomingMessage): void {
    const retryAfter = response.headers['retry-after'];
    response.destroy();
    this.#end({ kind: 'refused', status: response.statusCode ?? 0, retryAfter });
  }

  /** An error is always followed by the close that ends the connection. */
  #onError(error: Error): void {
    const { host } = new URL(this.#options.url);
    if (error.message.includes('handshake has timed out')) this.#brokenBy = `${host} did not answer in time.`;
    else if (isProtocolError(error)) this.#brokenBy = `${host} broke the socket's rules (${error.message}).`;
    else this.#brokenBy = describeHttpError(error, host).message;
  }

  #onClose(code: number, reason: Buffer): void {
    const message = reason.toString('utf8').slice(0, MAX_REASON_CHARS);
    if (this.#brokenBy === undefined) this.#end({ kind: 'closed', code, message });
    else this.#end({ kind: 'unreachable', message: this.#brokenBy });
  }

  #end(end: SocketEnd): void {
    if (this.#over) return;
    this.#finish();
    this.#socket.terminate();
    this.#options.onEnd(end);
  }

  #finish(): void {
    this.#over = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}

function isProtocolError(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && error.code.startsWith('WS_ERR_');
}
