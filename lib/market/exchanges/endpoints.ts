import type { VenueId } from '@/lib/model/ids';

/**
 * Where the real exchanges are. Binance's addresses are those that carry market data only:
 * they need no key and refuse fewer countries than the trading ones.
 */
export const EXCHANGE_ENDPOINTS: Readonly<Record<VenueId, { readonly ws: string; readonly rest: string }>> = {
  binance: { ws: 'wss://data-stream.binance.vision', rest: 'https://data-api.binance.vision' },
  coinbase: { ws: 'wss://ws-feed.exchange.coinbase.com', rest: 'https://api.exchange.coinbase.com' },
  kraken: { ws: 'wss://ws.kraken.com', rest: 'https://api.kraken.com' },
};
