import { storeMarketStatuses } from '@/db/writes/store-market-statuses';
import { HOUR_MS } from '@/lib/core/time';
import type { VenueId } from '@/lib/model/ids';
import { VENUE_NAMES, type Market } from '@/lib/model/venue';
import type { Logger } from '@/lib/system/log';
import type { VenueSymbol } from './exchanges/exchange';
import { EXCHANGES } from './exchanges/registry';
import { pause, type VenueRest } from './venue-rest';

const AGAIN_AFTER_MS = HOUR_MS;
/** A list that lacks more of our symbols than this is broken, not news. */
const MAX_LACKING = 0.5;

export interface StatusDeps {
  readonly rest: VenueRest;
  readonly markets: readonly Market[];
  readonly onStatus: (venue: VenueId, symbol: string, status: ListedStatus) => void;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

export type ListedStatus = Exclude<Market['status'], 'quarantined'>;

/** Asks every venue once an hour which of our symbols trade: a closed market's last price is no price. */
export async function keepStatuses(venues: readonly VenueId[], deps: StatusDeps): Promise<void> {
  while (!deps.signal.aborted) {
    const rounds = venues.map((venue) => refreshStatuses(venue, deps));
    for (const round of await Promise.allSettled(rounds)) {
      if (round.status === 'rejected')
        deps.log.error({ err: round.reason }, 'Market states could not be stored.');
    }
    await pause(AGAIN_AFTER_MS, deps.signal);
  }
}

export async function refreshStatuses(venue: VenueId, deps: StatusDeps): Promise<void> {
  const exchange = EXCHANGES[venue];
  const answer = await deps.rest.ask(exchange, exchange.symbols.url);
  if (deps.signal.aborted) return;
  const listed = answer.kind === 'answered' ? exchange.symbols.parse(answer.body) : undefined;
  const ours = deps.markets.filter((market) => market.venue === venue && market.status !== 'quarantined');
  const statuses = listed && judge(ours, listed);
  if (statuses === undefined) {
    const reason = answer.kind === 'answered' ? 'The answer is not its list of symbols.' : answer.message;
    deps.log.warn({ venue, reason }, `Which symbols of ${VENUE_NAMES[venue]} trade could not be learnt.`);
    return;
  }
  await storeMarketStatuses(venue, statuses);
  for (const [symbol, status] of statuses) deps.onStatus(venue, symbol, status);
}

function judge(
  ours: readonly Market[],
  listed: readonly VenueSymbol[],
): ReadonlyMap<string, ListedStatus> | undefined {
  const trading = new Map(listed.map((symbol) => [symbol.symbol, symbol.trading]));
  const statuses = new Map(ours.map(({ symbol }) => [symbol, toStatus(trading.get(symbol))]));
  const lacking = [...statuses.values()].filter((status) => status === 'delisted').length;
  return lacking > MAX_LACKING * statuses.size ? undefined : statuses;
}

function toStatus(trading: boolean | undefined): ListedStatus {
  if (trading === undefined) return 'delisted';
  return trading ? 'trading' : 'halted';
}
