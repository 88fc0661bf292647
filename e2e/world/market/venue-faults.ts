import type { VenueMarket, VenueTicker } from './venue-market';

export const VENUE_FAULT_KINDS = [
  /** The socket stays open and heartbeats go on, but no data comes. */
  'stall',
  /** The socket stays open and nothing comes: no data, no heartbeat, no answer. */
  'stall-all',
  /** Every socket is closed at once, with `code` or, without one, by cutting the line. */
  'drop',
  /** The upgrade is answered with `status`. */
  'refuse',
  /** Every request to the REST interface is answered with `status`. */
  'refuse-rest',
  /** Broken frames among the good ones. */
  'garbage',
  /** After each ticker comes an older one. */
  'out-of-order',
  /** Each frame comes twice. */
  'duplicate',
  /** Prices are multiplied by `factor`. */
  'wild-price',
  /** Prices are zero. */
  'zero',
  /** The venue's clock is off by `factor` milliseconds. */
  'skew',
  /** A symbol goes on trading but nothing is told of it. */
  'freeze-symbol',
  /** A symbol no longer trades, and the symbol list says so. */
  'halt-symbol',
  /** `factor` extra frames a second to each socket. */
  'burst',
  /** The venue announces that it will close the connections, and does so after `forMs`. */
  'shutdown',
] as const;
export type VenueFaultKind = (typeof VENUE_FAULT_KINDS)[number];

/** Something a venue does wrong, for one of its symbols or for all, until a moment or until it is cleared. */
export interface VenueFault {
  readonly kind: VenueFaultKind;
  readonly symbol?: string | undefined;
  readonly factor?: number | undefined;
  readonly status?: number | undefined;
  readonly code?: number | undefined;
  readonly untilMs?: number | undefined;
}

const WILD_FACTOR = 10;
const SKEW_MS = 600_000;
const OLD_BY_MS = 30_000;

/** What is wrong with one venue at present. */
export interface VenueFaults {
  add(fault: VenueFault): void;
  clear(): void;
  /** The fault of this kind that holds now, for all symbols or for the one named. */
  find(kind: VenueFaultKind, symbol?: string): VenueFault | undefined;
  list(): readonly VenueFault[];
}

export function createVenueFaults(now: () => number): VenueFaults {
  let faults: readonly VenueFault[] = [];
  const holding = () => {
    faults = faults.filter((fault) => fault.untilMs === undefined || now() < fault.untilMs);
    return faults;
  };
  return {
    add: (fault) => {
      faults = [...holding(), fault];
    },
    clear: () => {
      faults = [];
    },
    find: (kind, symbol) =>
      holding().find(
        (fault) => fault.kind === kind && (fault.symbol === undefined || fault.symbol === symbol),
      ),
    list: holding,
  };
}

/** Tickers as the venue sends them while its faults hold: first the fresh ones, then what comes too late. */
export function distortTickers(
  tickers: readonly VenueTicker[],
  faults: VenueFaults,
  market: VenueMarket,
): readonly (readonly VenueTicker[])[] {
  const told = tickers.filter(({ listing }) => !isSilenced(listing.symbol, faults));
  const late = told
    .filter(({ listing }) => faults.find('out-of-order', listing.symbol))
    .map(({ listing, ms }) => market.ticker(listing, ms - OLD_BY_MS));
  return [told, late]
    .map((group) => group.map((ticker) => distort(ticker, faults)))
    .filter((group) => group.length > 0);
}

function isSilenced(symbol: string, faults: VenueFaults): boolean {
  return (
    faults.find('freeze-symbol', symbol) !== undefined || faults.find('halt-symbol', symbol) !== undefined
  );
}

function distort(ticker: VenueTicker, faults: VenueFaults): VenueTicker {
  const { symbol } = ticker.listing;
  const wild = faults.find('wild-price', symbol);
  const skew = faults.find('skew', symbol);
  const factor = faults.find('zero', symbol) ? 0 : wild ? (wild.factor ?? WILD_FACTOR) : 1;
  return {
    ...ticker,
    last: ticker.last * factor,
    bid: ticker.bid * factor,
    ask: ticker.ask * factor,
    ms: ticker.ms + (skew ? (skew.factor ?? SKEW_MS) : 0),
  };
}
