import { CLOSE_CODES, HEARTBEAT_MS, type Rate, type ServerMessage } from '@/lib/live/protocol';
import { backOffMs } from './back-off';
import { LiveSession, type SessionMemory } from './live-session';
import { createWishes, type Wishes } from './wishes';

/** A socket that does not say hello within this is given up. */
const HELLO_WITHIN_MS = 10_000;
/** After so long a life the next failure starts the back-off anew. */
const WELL_AFTER_MS = 10_000;
const HANG_UP_WHEN_UNWANTED_MS = 5_000;
const HANG_UP_WHEN_HIDDEN_MS = 5 * 60_000;
/** A server that turned us away for our manners gets a long pause. */
const FAILURES_WHEN_REFUSED = 6;

export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'offline';

/**
 * One socket to the desk for as long as somebody on the page wants something: opened, watched, opened again.
 * Knows nothing of windows or documents, so that it can live in a worker.
 */
export class LiveConnection {
  readonly wishes: Wishes;
  private session: LiveSession | undefined;
  private connected: ConnectionState = 'connecting';
  private everLive = false;
  private failures = 0;
  private visible = true;
  private online = true;
  private retryTimer: Timer | undefined;
  private hangUpTimer: Timer | undefined;
  private returnWindowMs: readonly [number, number] | undefined;
  private readonly memory: SessionMemory = {
    epoch: undefined,
    seq: 0,
    held: new Set(),
    newsUntil: undefined,
  };

  constructor(private readonly options: ConnectionOptions) {
    this.wishes = createWishes(() => this.followWishes());
  }

  state(): ConnectionState {
    return this.connected !== 'live' && !this.online ? 'offline' : this.connected;
  }

  want(tokenId: string, rate: Rate): () => void {
    return this.wishes.wantToken(tokenId, rate);
  }

  /** @param since the server's time up to which the page knows the stories already. */
  wantNews(since: number): () => void {
    this.memory.newsUntil = Math.min(since, this.memory.newsUntil ?? since);
    return this.wishes.wantNews();
  }

  /** A page in the background is served rarely, and after a while not at all; in the foreground it is live at once. */
  setVisible(visible: boolean): void {
    this.visible = visible;
    this.session?.setBackground(!visible);
    this.followWishes();
    if (visible) this.hurry();
  }

  /** What the browser believes about the network; it may be wrong, so trying never stops. */
  setOnline(online: boolean): void {
    this.online = online;
    if (online) this.hurry();
    else this.session?.probe();
    this.options.onState();
  }

  /** Hangs up; the next wish, or a hurry, opens anew. */
  hangUp(): void {
    clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
    this.session?.end();
  }

  private followWishes(): void {
    clearTimeout(this.hangUpTimer);
    if (!this.wishes.any()) this.hangUpTimer = setTimeout(() => this.hangUp(), HANG_UP_WHEN_UNWANTED_MS);
    else if (!this.visible) this.hangUpTimer = setTimeout(() => this.hangUp(), HANG_UP_WHEN_HIDDEN_MS);
    else if (this.session) this.session.followWishes();
    else if (this.retryTimer === undefined) this.connect();
  }

  /** Somebody is looking: no more waiting, and a socket that may have died in its sleep must answer. */
  private hurry(): void {
    if (this.session) return this.session.probe();
    if (!this.wishes.any()) return;
    clearTimeout(this.retryTimer);
    this.failures = Math.min(this.failures, 1);
    this.retryTimer = setTimeout(() => this.connect(), backOffMs(0, this.options.random));
  }

  private connect(): void {
    this.retryTimer = undefined;
    if (!this.wishes.any()) return;
    this.become(this.everLive ? 'reconnecting' : 'connecting');
    const helloTimer = setTimeout(() => session.end(), HELLO_WITHIN_MS);
    let liveSince: number | undefined;
    const session = new LiveSession({
      socket: this.options.openSocket(),
      wishes: this.wishes,
      memory: this.memory,
      heartbeatMs: HEARTBEAT_MS,
      background: !this.visible,
      onMessage: (message) => {
        if (message.t === 'hello') {
          clearTimeout(helloTimer);
          liveSince = Date.now();
          this.everLive = true;
          this.become('live');
        }
        if (message.t === 'bye') this.returnWindowMs = message.retryMs;
        this.options.onMessage(message);
      },
      onEnd: (code) => {
        clearTimeout(helloTimer);
        this.session = undefined;
        const wasWell = liveSince !== undefined && Date.now() - liveSince >= WELL_AFTER_MS;
        this.afterEnd(code, wasWell);
      },
    });
    this.session = session;
  }

  private afterEnd(code: number | undefined, wasWell: boolean): void {
    const refused = code === CLOSE_CODES.badMessage || code === CLOSE_CODES.tooMany;
    this.failures = wasWell ? 0 : this.failures + 1;
    if (refused) this.failures = Math.max(this.failures, FAILURES_WHEN_REFUSED);
    if (this.wishes.any() && this.visible) {
      this.retryTimer = setTimeout(() => this.connect(), this.nextDelayMs());
    }
    this.become(this.everLive ? 'reconnecting' : 'connecting');
  }

  private nextDelayMs(): number {
    const asked = this.returnWindowMs;
    this.returnWindowMs = undefined;
    if (!asked) return backOffMs(this.failures, this.options.random);
    return asked[0] + this.options.random() * (asked[1] - asked[0]);
  }

  private become(state: ConnectionState): void {
    if (this.connected === state) return;
    this.connected = state;
    this.options.onState();
  }
}

type Timer = ReturnType<typeof setTimeout>;

interface ConnectionOptions {
  readonly openSocket: () => WebSocket;
  readonly onMessage: (message: ServerMessage) => void;
  /** The state may have changed. */
  readonly onState: () => void;
  readonly random: () => number;
}
