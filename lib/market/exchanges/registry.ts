import type { VenueId } from '@/lib/model/ids';
import { binance } from './binance';
import { coinbase } from './coinbase';
import type { Exchange } from './exchange';
import { kraken } from './kraken';

/** Every venue the desk can listen to. */
export const EXCHANGES: Readonly<Record<VenueId, Exchange>> = { binance, coinbase, kraken };
