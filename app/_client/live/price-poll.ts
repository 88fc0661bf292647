import type { Prices } from './ask-prices';

/** Less than the age at which a price stops being live. */
const POLL_EVERY_MS = 10_000;

/** Asks for prices as long as the socket cannot be had: some networks let no socket through. */
export function createPricePoll({ tokenIds, ask, onPrices }: PollOptions): PricePoll {
  let timer: ReturnType<typeof setInterval> | undefined;
  const poll = async (): Promise<void> => {
    const ids = tokenIds();
    const prices = ids.length === 0 ? undefined : await ask(ids);
    if (prices && timer !== undefined) onPrices(prices);
  };
  return {
    setNeeded(needed) {
      if (needed === (timer !== undefined)) return;
      clearInterval(timer);
      timer = needed ? setInterval(() => void poll(), POLL_EVERY_MS) : undefined;
      if (needed) void poll();
    },
  };
}

export interface PricePoll {
  setNeeded(needed: boolean): void;
}

interface PollOptions {
  /** What to ask for just now; nothing while nobody looks. */
  readonly tokenIds: () => readonly string[];
  readonly ask: (ids: readonly string[]) => Promise<Prices | undefined>;
  readonly onPrices: (prices: Prices) => void;
}
