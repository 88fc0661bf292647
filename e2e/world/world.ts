import { setImmediate as nextTurn } from 'node:timers/promises';
import { HOUR_MS, SECOND_MS } from '@/lib/core/time';
import type { VenueId } from '@/lib/model/ids';
import { systemClock, type Clock } from '@/lib/system/clock';
import type { World, Venue } from './control/world-parts';
import { fillLab } from './lab/fill-lab';
import { NO_STREET, openLabStreet } from './lab/lab-street';
import { HOST, listen } from './listen';
import { createBinanceRest } from './market/binance-rest';
import { openBinanceSession } from './market/binance-stream';
import { createCoinbaseRest } from './market/coinbase-rest';
import { openCoinbaseSession } from './market/coinbase-stream';
import { createKrakenRest } from './market/kraken-rest';
import { openKrakenSession } from './market/kraken-stream';
import { readListings } from './market/listings';
import { createPrices, type Prices } from './market/prices';
import { createStream, type Connection, type Session } from './market/stream';
import { createVenueFaults } from './market/venue-faults';
import { createVenueMarket } from './market/venue-market';
import type { VenueParts } from './market/venue-parts';
import { createNewsroom } from './news/newsroom';
import { createTimeline, type Timeline } from './news/timeline';
import { createOutletFaults } from './outlets/outlet-faults';
import { createPictures } from './pictures/picture';
import { createWorldClock } from './world-clock';
import { createWorldServer, pathBelowVenue } from './world-server';

const EVENT_EVERY_MS = 40_000;
const HISTORY_HOURS = 36;
const DAY_MS = 24 * HOUR_MS;
/** Binance closes at more than five; the others bear more. */
const MAX_INBOUND_PER_SECOND: Readonly<Record<VenueId, number>> = { binance: 5, coinbase: 100, kraken: 50 };

export interface WorldSettings {
  /** 0 for any free one. */
  readonly port: number;
  readonly seed: number;
  readonly clock?: Clock;
  /** Sets the world's clock to this moment; it runs on from there. */
  readonly startAt?: Date;
  /** Something happens about this often. */
  readonly eventEveryMs?: number;
  /** How far back the outlets' archives reach; 0 for an empty world. */
  readonly historyHours?: number;
  /** Nothing is published but what is asked for. */
  readonly newsPaused?: boolean;
  /** Opens the lab: small sites with a fault each, in the manifest beside the outlets. */
  readonly lab?: boolean;
}

export interface RunningWorld {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a pretend internet on loopback. */
export async function startWorld(settings: WorldSettings): Promise<RunningWorld> {
  let world: World | undefined;
  let stopped = false;
  const server = createWorldServer(() => world);
  const origin = `http://${HOST}:${await listen(server, settings.port)}`;
  const bare = createWorld(settings, origin);
  const made = settings.lab ? await withLab(bare) : bare;
  world = made;
  const ticking = setInterval(() => tick(made), SECOND_MS);
  const warmed = warmUp(made, () => stopped);
  return {
    url: origin,
    async stop() {
      stopped = true;
      clearInterval(ticking);
      await warmed;
      await made.lab.stop();
      for (const { stream } of made.venues) stream.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createWorld(settings: WorldSettings, origin: string): World {
  const { seed, eventEveryMs = EVENT_EVERY_MS, historyHours = HISTORY_HOURS } = settings;
  const clock = createWorldClock(settings.clock ?? systemClock, settings.startAt);
  const { now } = clock;
  const startMs = now();
  const { prices, timeline } = createCourse(seed, eventEveryMs);
  const newsroom = createNewsroom({
    timeline,
    prices,
    seed,
    origin,
    startMs,
    historyMs: historyHours * HOUR_MS,
    paused: settings.newsPaused ?? false,
  });
  return {
    seed,
    startedAt: startMs,
    origin,
    now,
    advance: clock.advance,
    newsroom,
    prices,
    faults: createOutletFaults(now),
    picture: createPictures(),
    lab: NO_STREET,
    venues: createVenues(seed, prices, now),
  };
}

async function withLab(world: World): Promise<World> {
  fillLab(world.newsroom, world.now());
  const createSite = (origin: () => string) => createWorldServer(() => ({ ...world, origin: origin() }));
  return { ...world, lab: await openLabStreet(createSite, world.faults) };
}

/** Prices follow the events, and some events are about prices: each knows the other by what it needs. */
function createCourse(seed: number, eventEveryMs: number): { prices: Prices; timeline: Timeline } {
  const prices: Prices = createPrices(seed, (fromMs, toMs) => timeline.impulsesBetween(fromMs, toMs));
  const timeline: Timeline = createTimeline(seed, eventEveryMs, ({ id }, ms) => {
    return (prices.at(id, ms) / prices.at(id, ms - DAY_MS) - 1) * 100;
  });
  return { prices, timeline };
}

function createVenues(seed: number, prices: Prices, now: () => number): readonly Venue[] {
  const market = createVenueMarket(seed, prices);
  const all = readListings();
  const partsOf = (id: VenueId): VenueParts => ({
    market,
    now,
    listings: all.filter(({ venue }) => venue === id),
    faults: createVenueFaults(now),
  });
  const venue = (id: VenueId, kind: VenueKind): Venue => {
    const parts = partsOf(id);
    const stream = createStream({
      faults: parts.faults,
      openSession: (connection) => kind.openSession(connection, parts),
      maxInboundPerSecond: MAX_INBOUND_PER_SECOND[id],
      serverPings: id === 'binance',
      toPath: pathBelowVenue,
    });
    return { ...parts, id, stream, rest: kind.createRest(parts) };
  };
  return [
    venue('binance', { openSession: openBinanceSession, createRest: createBinanceRest }),
    venue('coinbase', { openSession: openCoinbaseSession, createRest: createCoinbaseRest }),
    venue('kraken', { openSession: openKrakenSession, createRest: createKrakenRest }),
  ];
}

/** Works out the day behind each symbol between other things, so the first subscriber need not wait for it. */
async function warmUp({ venues, now }: World, isStopped: () => boolean): Promise<void> {
  for (const { listings, market } of venues) {
    for (const listing of listings) {
      await nextTurn();
      if (isStopped()) return;
      market.ticker(listing, now());
    }
  }
}

function tick({ newsroom, venues, lab, now }: World): void {
  newsroom.tick(now());
  lab.tick();
  for (const { stream } of venues) stream.tick(now());
}

interface VenueKind {
  readonly openSession: (connection: Connection, parts: VenueParts) => Session;
  readonly createRest: (parts: VenueParts) => Venue['rest'];
}
