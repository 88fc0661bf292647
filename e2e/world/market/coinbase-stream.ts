import { z } from 'zod';
import { seedOf } from '@/e2e/world/chance';
import { SECOND_MS } from '@/lib/core/time';
import type { Listing } from './listings';
import type { Connection, Session } from './stream';
import { distortTickers } from './venue-faults';
import type { VenueTicker } from './venue-market';
import type { VenueParts } from './venue-parts';

const SUBSCRIBE_WITHIN_MS = 5_000;
const BATCH_MS = 5_000;
const CHANNELS = ['ticker', 'ticker_batch', 'heartbeat'] as const;
type Channel = (typeof CHANNELS)[number];
/** Sequences count up by about this many a second, on every connection alike. */
const EVENTS_PER_SECOND = 40;

const channelName = z.enum(CHANNELS);
const request = z.object({
  type: z.enum(['subscribe', 'unsubscribe']),
  product_ids: z.array(z.string()).default([]),
  channels: z.array(
    z.union([channelName, z.object({ name: channelName, product_ids: z.array(z.string()).optional() })]),
  ),
});

/** The Coinbase Exchange feed: nothing without a subscription, and that within five seconds. */
export function openCoinbaseSession(connection: Connection, parts: VenueParts): Session {
  const subscribed = new Map<Channel, Set<string>>(CHANNELS.map((channel) => [channel, new Set()]));
  const deadline = setTimeout(() => {
    if (!connection.isOpen() || hasSubscription(subscribed)) return;
    connection.answer(toError('Failed to subscribe', 'no subscription within five seconds'));
    connection.close(1008, 'Subscribe within 5 seconds');
  }, SUBSCRIBE_WITHIN_MS);
  deadline.unref();

  function tellTickers(symbols: readonly string[], nowMs: number): void {
    const listings = parts.listings.filter(({ symbol, untraded }) => symbols.includes(symbol) && !untraded);
    const tickers = listings.map((listing) => parts.market.ticker(listing, nowMs));
    connection.tell(distortTickers(tickers, parts.faults, parts.market).flat().map(writeTicker));
  }

  function change(message: z.infer<typeof request>): void {
    const wanted = wantedBy(message);
    const asked = wanted.flatMap(({ products }) => products);
    const unknown = asked.find((product) => !parts.listings.some(({ symbol }) => symbol === product));
    if (unknown !== undefined) {
      connection.answer(toError('Failed to subscribe', `${unknown} is not a valid product`));
      return;
    }
    for (const { name, products } of wanted) {
      for (const product of products) {
        if (message.type === 'subscribe') subscribed.get(name)?.add(product);
        else subscribed.get(name)?.delete(product);
      }
    }
    connection.answer(toSubscriptions(subscribed));
    const tickers = wanted.filter(({ name }) => name !== 'heartbeat').flatMap(({ products }) => products);
    if (message.type === 'subscribe') tellTickers(tickers, parts.now());
  }

  return {
    onText(text) {
      const message = readRequest(text);
      if (message.kind === 'refused') connection.answer(toError(message.message, message.reason));
      else change(message.request);
    },
    onSecond(nowMs) {
      const isTrading = (symbol: string, at: number) =>
        parts.listings.some((listing) => listing.symbol === symbol && parts.market.isTrading(listing, at));
      tellTickers(
        [...namesOf(subscribed, 'ticker')].filter((symbol) => isTrading(symbol, nowMs)),
        nowMs,
      );
      if (Math.floor(nowMs / SECOND_MS) % (BATCH_MS / SECOND_MS) === 0) {
        const lately = Array.from({ length: BATCH_MS / SECOND_MS }, (_, index) => nowMs - index * SECOND_MS);
        const batch = [...namesOf(subscribed, 'ticker_batch')];
        tellTickers(
          batch.filter((symbol) => lately.some((at) => isTrading(symbol, at))),
          nowMs,
        );
      }
      for (const symbol of namesOf(subscribed, 'heartbeat')) connection.answer(writeHeartbeat(symbol, nowMs));
    },
  };
}

/** A channel may name products of its own instead of those of the whole request. */
function wantedBy({ channels, product_ids }: z.infer<typeof request>) {
  return channels.map((channel) =>
    typeof channel === 'string'
      ? { name: channel, products: product_ids }
      : { name: channel.name, products: channel.product_ids ?? product_ids },
  );
}

function namesOf(subscribed: ReadonlyMap<Channel, Set<string>>, channel: Channel): ReadonlySet<string> {
  return subscribed.get(channel) ?? new Set();
}

function hasSubscription(subscribed: ReadonlyMap<Channel, Set<string>>): boolean {
  return [...subscribed.values()].some((products) => products.size > 0);
}

function readRequest(
  text: string,
):
  | { readonly kind: 'request'; readonly request: z.infer<typeof request> }
  | { readonly kind: 'refused'; readonly message: string; readonly reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'refused', message: 'Malformed JSON', reason: 'the message is not JSON' };
  }
  const result = request.safeParse(value);
  if (result.success) return { kind: 'request', request: result.data };
  const [issue] = result.error.issues;
  return { kind: 'refused', message: 'Failed to subscribe', reason: issue?.message ?? 'not a valid request' };
}

function toError(message: string, reason: string): string {
  return JSON.stringify({ type: 'error', message, reason });
}

function toSubscriptions(subscribed: ReadonlyMap<Channel, Set<string>>): string {
  const channels = [...subscribed]
    .filter(([, products]) => products.size > 0)
    .map(([name, products]) => ({ name, product_ids: [...products], account_ids: null }));
  return JSON.stringify({ type: 'subscriptions', channels });
}

function writeTicker({ listing, ms, last, bid, ask, open, high, low, volumeBase }: VenueTicker): string {
  const price = (value: number) => value.toFixed(listing.decimals);
  const size = (1_000 / Math.max(last, 1e-9)).toFixed(8);
  return JSON.stringify({
    type: 'ticker',
    sequence: sequenceAt(listing, ms),
    product_id: listing.symbol,
    price: price(last),
    open_24h: price(open),
    volume_24h: volumeBase.toFixed(8),
    low_24h: price(low),
    high_24h: price(high),
    volume_30d: (volumeBase * 30).toFixed(8),
    best_bid: price(bid),
    best_bid_size: size,
    best_ask: price(ask),
    best_ask_size: size,
    side: sequenceAt(listing, ms) % 2 === 0 ? 'buy' : 'sell',
    time: toMicroseconds(ms),
    trade_id: Math.floor(sequenceAt(listing, ms) / 9),
    last_size: size,
  });
}

function writeHeartbeat(symbol: string, ms: number): string {
  const sequence = Math.floor((ms / SECOND_MS) * EVENTS_PER_SECOND);
  const last_trade_id = Math.floor(sequence / 9);
  return JSON.stringify({
    type: 'heartbeat',
    sequence,
    last_trade_id,
    product_id: symbol,
    time: toMicroseconds(ms),
  });
}

function sequenceAt({ symbol }: Listing, ms: number): number {
  return Math.floor((ms / SECOND_MS) * EVENTS_PER_SECOND) + (seedOf(symbol) % 1_000_000);
}

/** RFC 3339 with six decimals of the second. */
export function toMicroseconds(ms: number): string {
  const micros = String(seedOf(Math.floor(ms)) % 1_000).padStart(3, '0');
  return new Date(ms).toISOString().replace('Z', `${micros}Z`);
}
