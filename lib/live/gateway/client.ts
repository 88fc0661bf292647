import type { WebSocket } from 'ws';
import { CLOSE_CODES, type ServerMessage } from '@/lib/live/protocol';
import type { GatewayLimits } from './limits';
import { createRateWindow } from '@/lib/core/rate-window';
import { deltaFrame, toFrame } from './server-frames';
import type { Subscriptions } from './subscriptions';

/** A close frame carries at most 123 bytes of reason. */
const MAX_REASON_BYTES = 123;

/** One browser's socket while it lives: what it wants, how far it is served, whether it still answers. */
export class GatewayClient {
  readonly mayTalk: (now: Date) => boolean;
  wantsNews = false;
  private missedPongs = 0;
  private lastPingMs: number;
  private idleSinceMs: number;

  constructor(
    readonly socket: WebSocket,
    readonly subscriptions: Subscriptions,
    private readonly options: { readonly limits: GatewayLimits; readonly now: Date },
  ) {
    const { limits, now } = options;
    this.mayTalk = createRateWindow(limits.maxMessagesPerWindow, limits.messageWindowMs);
    this.lastPingMs = now.getTime();
    this.idleSinceMs = now.getTime();
    socket.on('pong', () => (this.missedPongs = 0));
  }

  send(frame: string): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(frame);
  }

  say(message: ServerMessage): void {
    this.send(toFrame(message));
  }

  /** Sends what changed in the lanes whose turn it is, unless the client cannot keep up. */
  serve(isDue: Parameters<Subscriptions['takeDue']>[0], now: Date): void {
    const { limits } = this.options;
    if (this.socket.bufferedAmount > limits.terminateAboveBytes) this.socket.terminate();
    if (this.socket.bufferedAmount > limits.skipAboveBytes) return;
    const fragments = this.subscriptions.takeDue(isDue);
    if (fragments.length > 0) this.send(deltaFrame(this.subscriptions.resumeSeq(), { now, fragments }));
  }

  /** Pings when it is time; ends a client that stopped answering or never asked for anything. */
  judge(now: Date): void {
    const { limits } = this.options;
    if (this.wantsNews || this.subscriptions.size() > 0) this.idleSinceMs = now.getTime();
    if (now.getTime() - this.idleSinceMs >= limits.mustAskWithinMs) {
      this.close(CLOSE_CODES.noSubscription, 'Nothing was subscribed to.');
      this.idleSinceMs = now.getTime();
    }
    if (now.getTime() - this.lastPingMs < limits.pingEveryMs) return;
    if (this.missedPongs >= limits.maxMissedPongs) return this.socket.terminate();
    this.lastPingMs = now.getTime();
    this.missedPongs += 1;
    if (this.socket.readyState === this.socket.OPEN) this.socket.ping();
  }

  /** Says why in a message, which a program can read, and then in the close frame. */
  refuse(code: number, error: Extract<ServerMessage, { t: 'err' }>): void {
    this.say(error);
    this.close(code, error.message);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, clip(reason));
    setTimeout(() => this.socket.terminate(), this.options.limits.closeWithinMs).unref();
  }
}

function clip(reason: string): string {
  let clipped = reason.slice(0, MAX_REASON_BYTES);
  while (Buffer.byteLength(clipped) > MAX_REASON_BYTES) clipped = clipped.slice(0, -1);
  return clipped;
}
