import { HEARTBEAT_MS } from '@/lib/live/protocol';

/** What one browser, one address and all together may take. Every socket ends by one of these or by its own will. */
export interface GatewayLimits {
  readonly maxClients: number;
  readonly maxClientsPerAddress: number;
  readonly maxOpensPerAddressPerSecond: number;
  readonly maxMessagesPerWindow: number;
  readonly messageWindowMs: number;
  /** A client that asks for nothing is closed after this. */
  readonly mustAskWithinMs: number;
  /** With more unsent bytes than this a client gets no quotes: the next frame has the newest anyway. */
  readonly skipAboveBytes: number;
  readonly terminateAboveBytes: number;
  readonly pingEveryMs: number;
  readonly maxMissedPongs: number;
  /** How often quotes are judged anew by their age, and clients by their silence. */
  readonly judgeEveryMs: number;
  /** Who does not hang up by then, once told to, is cut off. */
  readonly closeWithinMs: number;
}

export const GATEWAY_LIMITS: GatewayLimits = {
  maxClients: 10_000,
  maxClientsPerAddress: 20,
  maxOpensPerAddressPerSecond: 5,
  maxMessagesPerWindow: 20,
  messageWindowMs: 10_000,
  mustAskWithinMs: 30_000,
  skipAboveBytes: 64 * 1024,
  terminateAboveBytes: 1024 * 1024,
  pingEveryMs: HEARTBEAT_MS,
  maxMissedPongs: 2,
  judgeEveryMs: 1_000,
  closeWithinMs: 2_000,
};
