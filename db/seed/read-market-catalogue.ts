import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VENUE_IDS, type TokenId, type VenueId } from '@/lib/model/ids';
import { QUOTE_CURRENCIES, type Market, type QuoteCurrency } from '@/lib/model/venue';

const MARKETS_FILE = 'db/seed/markets.tsv';

/** A curated binding, and what is not sure about it. */
export interface CatalogueMarket extends Omit<Market, 'status'> {
  readonly note: string | undefined;
}

/**
 * Which symbol of which venue means which token, as the repository ships it.
 * @throws {Error} when a row does not make sense: that is a slip in the data.
 */
export function readMarketCatalogue(): readonly CatalogueMarket[] {
  const lines = readFileSync(join(process.cwd(), MARKETS_FILE), 'utf8').trimEnd().split('\n');
  return lines.slice(1).map((line) => {
    const [venue, symbol = '', from, to = '', tokenId = '', currency, note = ''] = line.split('\t');
    const validFrom = toMoment(from, line);
    return {
      venue: toVenue(venue, line),
      symbol,
      tokenId: tokenId as TokenId,
      quoteCurrency: toCurrency(currency, line),
      validFrom,
      validTo: to === '' ? undefined : toMoment(to, line),
      note: note === '' ? undefined : note,
    };
  });
}

function toVenue(word: string | undefined, line: string): VenueId {
  const venue = VENUE_IDS.find((known) => known === word);
  if (!venue) throw new Error(`${MARKETS_FILE}: no such venue: ${line}`);
  return venue;
}

function toCurrency(word: string | undefined, line: string): QuoteCurrency {
  const currency = QUOTE_CURRENCIES.find((known) => known === word);
  if (!currency) throw new Error(`${MARKETS_FILE}: no such quote currency: ${line}`);
  return currency;
}

function toMoment(day: string | undefined, line: string): Date {
  const moment = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) throw new Error(`${MARKETS_FILE}: not a day: ${line}`);
  return moment;
}
