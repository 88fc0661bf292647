import { loadCandlesSince } from '@/db/queries/load-candles-since';
import { loadMarkets } from '@/db/queries/load-markets';
import { loadTokenQuotes } from '@/db/queries/load-token-quotes';
import { forgetVenuesExcept } from '@/db/writes/forget-venues';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import type { Bus } from '@/lib/live/bus/bus';
import { VENUE_IDS, type VenueId } from '@/lib/model/ids';
import type { TokenQuote } from '@/lib/model/quote';
import type { Market, QuoteCurrency, VenueStatus } from '@/lib/model/venue';
import type { Clock } from '@/lib/system/clock';
import type { Http } from '@/lib/system/http';
import type { Logger } from '@/lib/system/log';
import { keepHistory } from './backfill';
import { createCandleMaker } from './candles';
import { VenueConnection } from './connection';
import { EXCHANGES } from './exchanges/registry';
import { keepStatuses } from './market-status';
import { createQuoteBook, type QuoteBook } from './quote-book';
import { createRecorder, type Recorder } from './recorder';
import { createVenueRest, type Endpoints } from './venue-rest';

const TELL_EVERY_MS = 250;
const CLOSE_MINUTES_EVERY_MS = SECOND_MS;
const NOTE_VENUES_EVERY_MS = 10 * SECOND_MS;
/** A stop may have cut a minute in two, and the one before may not have been closed yet. */
const RESUMED_MS = 2 * MINUTE_MS;

export interface MarketOptions {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Logger;
  readonly http: Http;
  /** A venue without an endpoint is not listened to. */
  readonly endpoints: Endpoints;
}

export interface MarketPipeline {
  /** The newest quote of every token that ever had one, each as old as it is. */
  readonly quotes: () => readonly TokenQuote[];
  readonly venues: () => readonly VenueStatus[];
  readonly stop: () => Promise<void>;
}

/** Venue → quotes → book → bus, store and candles. Returns at once; prices come when venues answer. */
export async function startMarket(options: MarketOptions): Promise<MarketPipeline> {
  const { bus, clock, log, endpoints } = options;
  const now = clock();
  const markets = await loadMarkets(now);
  const venues = VENUE_IDS.filter((venue) => endpoints[venue] && symbolsOf(venue, markets).length > 0);
  await forgetVenuesExcept(venues);
  const book = createQuoteBook(markets, await loadTokenQuotes());
  const candles = createCandleMaker(await loadCandlesSince(new Date(now.getTime() - RESUMED_MS)));
  const recorder = createRecorder({ log });

  const connections = venues.map((venue) => connect(options, { venue, markets, book, recorder }));
  const endChores = startChores(options, { venues, markets, book });
  const tell = (): void => {
    const quotes = book.settle(clock());
    if (quotes.length === 0) return;
    bus.publish('quotes', quotes);
    recorder.quotes(quotes);
    for (const quote of quotes) candles.add(quote, clock());
  };
  const timers = [
    setInterval(tell, TELL_EVERY_MS),
    setInterval(() => recorder.candles(candles.takeClosed(clock())), CLOSE_MINUTES_EVERY_MS),
    setInterval(() => connections.forEach(({ status }) => recorder.venue(status)), NOTE_VENUES_EVERY_MS),
  ];
  for (const connection of connections) connection.start();

  return {
    quotes: book.quotes,
    venues: () => connections.map(({ status }) => status),
    async stop() {
      timers.forEach(clearInterval);
      await Promise.all([endChores(), ...connections.map((connection) => connection[Symbol.asyncDispose]())]);
      tell();
      recorder.candles([...candles.takeClosed(clock()), ...candles.running()]);
      await recorder.stop();
      for (const { status, frames } of connections)
        log.debug({ venue: status.venue, frames }, 'Frames heard.');
    },
  };
}

function connect(
  { bus, clock, log, endpoints }: MarketOptions,
  parts: { venue: VenueId; markets: readonly Market[]; book: QuoteBook; recorder: Recorder },
): VenueConnection {
  const { venue, markets, book, recorder } = parts;
  return new VenueConnection({
    exchange: EXCHANGES[venue],
    base: endpoints[venue]?.ws ?? '',
    symbols: symbolsOf(venue, markets),
    clock,
    log,
    onQuotes: (quotes) => quotes.forEach(book.accept),
    onStatus(status) {
      book.setDelivering(venue, status.state === 'up');
      recorder.venue(status);
      bus.publish('venue', status);
    },
  });
}

/** What is asked over REST beside the streams. Returns the way to end it. */
function startChores(
  { clock, log, http, endpoints }: MarketOptions,
  parts: { venues: readonly VenueId[]; markets: readonly Market[]; book: QuoteBook },
): () => Promise<unknown> {
  const { venues, markets, book } = parts;
  const ending = new AbortController();
  const { signal } = ending;
  const rest = createVenueRest({ http, endpoints, clock, signal });
  const rateOf = (currency: QuoteCurrency) => book.rates(clock())[currency];
  const chores = [
    keepHistory({ rest, markets, rateOf, clock, log, signal }),
    keepStatuses(venues, { rest, markets, onStatus: book.setStatus, log, signal }),
  ];
  return () => {
    ending.abort();
    return Promise.all(chores);
  };
}

function symbolsOf(venue: VenueId, markets: readonly Market[]): readonly string[] {
  return [...new Set(markets.filter((market) => market.venue === venue).map(({ symbol }) => symbol))];
}
