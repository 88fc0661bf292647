import type { VenueId } from '@/lib/model/ids';
import { binance } from './exchanges/binance';
import { coinbase } from './exchanges/coinbase';
import type { Exchange } from './exchanges/exchange';
import { kraken } from './exchanges/kraken';

/** Every venue the desk can listen to. */
export const EXCHANGES: Readonly<Record<VenueId, Exchange>> = { binance, coinbase, kraken };
