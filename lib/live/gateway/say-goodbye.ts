import { CLOSE_CODES } from '@/lib/live/protocol';
import type { GatewayClient } from './client';

const RETURN_AFTER_MS = 500;
const RETURN_WITHIN_MIN_MS = 1_500;
const RETURN_WITHIN_MAX_MS = 30_000;
/** So wide a window that they come back about fifty a second. */
const RETURN_MS_PER_CLIENT = 20;

/** Tells every client why, and when to come back; resolves when all have gone. */
export async function sayGoodbye(clients: readonly GatewayClient[], why: string): Promise<void> {
  const wish = RETURN_AFTER_MS + clients.length * RETURN_MS_PER_CLIENT;
  const latest = Math.min(RETURN_WITHIN_MAX_MS, Math.max(RETURN_WITHIN_MIN_MS, wish));
  const gone = clients.map((client) => new Promise((resolve) => client.socket.once('close', resolve)));
  for (const client of clients) {
    client.say({ t: 'bye', why, retryMs: [RETURN_AFTER_MS, latest] });
    client.close(CLOSE_CODES.serverStopping, why);
  }
  await Promise.all(gone);
}
