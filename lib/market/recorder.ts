import { storeCandles } from '@/db/writes/store-candles';
import { storeQuotes } from '@/db/writes/store-quotes';
import { storeVenue } from '@/db/writes/store-venue';
import { SECOND_MS } from '@/lib/core/time';
import type { TokenId, VenueId } from '@/lib/model/ids';
import type { TokenQuote } from '@/lib/model/quote';
import type { VenueStatus } from '@/lib/model/venue';
import type { Logger } from '@/lib/system/log';
import type { TokenCandle } from './candles';

const FLUSH_EVERY_MS = 2 * SECOND_MS;
/** A database that is away for an hour costs no minute; after that the oldest go. */
const MAX_WAITING_CANDLES = 10_000;

/** Brings what the pipeline finds into the database, a little later and all at once. */
export interface Recorder {
  quotes(quotes: readonly TokenQuote[]): void;
  candles(candles: readonly TokenCandle[]): void;
  venue(status: VenueStatus): void;
  /** Writes what still waits. */
  stop(): Promise<void>;
}

export function createRecorder({ log }: { readonly log: Logger }): Recorder {
  const quotes = new Map<TokenId, TokenQuote>();
  const venues = new Map<VenueId, VenueStatus>();
  let candles: TokenCandle[] = [];
  let running: Promise<void> | undefined;
  let failing = false;

  async function flush(): Promise<void> {
    try {
      await drain(quotes, (batch) => storeQuotes(batch));
      await drain(venues, async (batch) => {
        for (const status of batch) await storeVenue(status);
      });
      const batch = candles;
      await storeCandles(batch);
      candles = candles.slice(batch.length);
      if (failing) log.info('Prices are being stored again.');
      failing = false;
    } catch (error) {
      candles = candles.slice(-MAX_WAITING_CANDLES);
      if (!failing) log.error({ err: error }, 'Prices could not be stored; they are kept and tried again.');
      failing = true;
    }
  }

  /** One write at a time: a slow database gets bigger batches, not more of them. */
  function flushOnce(): Promise<void> {
    running ??= flush().finally(() => (running = undefined));
    return running;
  }

  const timer = setInterval(() => void flushOnce(), FLUSH_EVERY_MS);

  return {
    quotes(batch) {
      for (const quote of batch) quotes.set(quote.tokenId, quote);
    },
    candles(batch) {
      candles = [...candles, ...batch];
    },
    venue(status) {
      venues.set(status.venue, status);
    },
    async stop() {
      clearInterval(timer);
      await running;
      await flushOnce();
    },
  };
}

/** Writes what waits, and lets go of it unless something newer has come meanwhile. */
async function drain<K, V>(waiting: Map<K, V>, write: (batch: readonly V[]) => Promise<void>): Promise<void> {
  const batch = new Map(waiting);
  if (batch.size === 0) return;
  await write([...batch.values()]);
  for (const [key, value] of batch) if (waiting.get(key) === value) waiting.delete(key);
}
