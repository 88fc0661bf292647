import type { QuoteRow } from '@/lib/live/protocol';
import { readQuoteRows } from './read-server-message';

const POLL_EVERY_MS = 15_000;
const POLL_TIMEOUT_MS = 10_000;

/** Asks for prices over plain HTTP as long as the socket cannot be had: some networks let no socket through. */
export function createPricePoll({ tokenIds, onPrices }: PollOptions): { setNeeded(needed: boolean): void } {
  let timer: ReturnType<typeof setInterval> | undefined;
  const poll = async (): Promise<void> => {
    const ids = tokenIds();
    const answer = ids.length === 0 ? undefined : await askPrices(ids);
    if (answer && timer !== undefined) onPrices(answer);
  };
  return {
    setNeeded(needed) {
      if (needed === (timer !== undefined)) return;
      clearInterval(timer);
      timer = needed ? setInterval(() => void poll(), POLL_EVERY_MS) : undefined;
    },
  };
}

async function askPrices(ids: readonly string[]): Promise<Prices | undefined> {
  try {
    const response = await fetch(`/api/v1/prices?ids=${ids.map(encodeURIComponent).join(',')}`, {
      signal: AbortSignal.timeout(POLL_TIMEOUT_MS),
      cache: 'no-store',
    });
    return response.ok ? readPrices(await response.json()) : undefined;
  } catch {
    // No network, or an answer that is none: the next round asks again.
    return undefined;
  }
}

function readPrices(value: unknown): Prices | undefined {
  if (typeof value !== 'object' || value === null || !('quotes' in value) || !('now' in value))
    return undefined;
  const rows = readQuoteRows(value.quotes);
  return rows !== undefined && typeof value.now === 'number' ? { now: value.now, rows } : undefined;
}

interface Prices {
  readonly now: number;
  readonly rows: readonly QuoteRow[];
}

interface PollOptions {
  readonly tokenIds: () => readonly string[];
  readonly onPrices: (prices: Prices) => void;
}
