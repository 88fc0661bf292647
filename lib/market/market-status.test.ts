import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { loadMarkets } from '@/db/queries/load-markets';
import { markets } from '@/db/schema/market';
import { tokens } from '@/db/schema/tokens';
import { useTestDatabase } from '@/db/testing';
import type { TokenId } from '@/lib/model/ids';
import { createLog } from '@/lib/system/log';
import { refreshStatuses } from './market-status';
import type { RestAnswer } from './venue-rest';

useTestDatabase();

const NOW = new Date('2026-11-20T12:00:00Z');
const log = createLog({ LOG_LEVEL: 'silent', LOG_FORMAT: 'json' });

beforeAll(async () => {
  const token = { id: 'bitcoin' as TokenId, symbol: 'BTC', name: 'Bitcoin' };
  await database()
    .insert(tokens)
    .values({ ...token, symbolAmbiguity: 'safe', nameAmbiguity: 'safe' });
  const market = {
    validFrom: new Date(0),
    tokenId: token.id,
    quoteCurrency: 'USD',
    venue: 'coinbase',
  } as const;
  await database()
    .insert(markets)
    .values([
      { ...market, symbol: 'A-USD' },
      { ...market, symbol: 'B-USD' },
      { ...market, symbol: 'C-USD' },
      { ...market, symbol: 'D-USD', status: 'quarantined' },
    ]);
});

/** What becomes of the markets after Coinbase answers so. */
async function refreshWith(answer: RestAnswer) {
  const told: string[] = [];
  await refreshStatuses('coinbase', {
    rest: { ask: () => Promise.resolve(answer) },
    markets: await loadMarkets(NOW),
    onStatus: (_, symbol, status) => told.push(`${symbol} ${status}`),
    log,
    signal: new AbortController().signal,
  });
  const stored = (await loadMarkets(NOW)).map(({ symbol, status }) => `${symbol} ${status}`);
  return { told, stored };
}

function list(products: Readonly<Record<string, string>>): RestAnswer {
  const rows = Object.entries(products).map(([id, status]) => ({
    id,
    status,
    base_currency: 'X',
    quote_currency: 'USD',
  }));
  return { kind: 'answered', body: JSON.stringify(rows) };
}

describe("a venue's list of symbols", () => {
  it('says which of ours trade, which are halted and which are gone; quarantine is not its to end', async () => {
    const { told, stored } = await refreshWith(
      list({ 'A-USD': 'online', 'B-USD': 'offline', 'D-USD': 'online', 'Z-USD': 'online' }),
    );
    expect(told).toEqual(['A-USD trading', 'B-USD halted', 'C-USD delisted']);
    expect(stored).toEqual(['A-USD trading', 'B-USD halted', 'C-USD delisted', 'D-USD quarantined']);
  });

  it.each<[string, RestAnswer]>([
    ['lacks most of ours', list({ 'A-USD': 'offline', 'Z-USD': 'online' })],
    ['is empty', list({})],
    ['is no list', { kind: 'answered', body: '<html>maintenance</html>' }],
    ['does not come', { kind: 'unavailable', message: 'There is no network.' }],
  ])('changes nothing where it %s', async (_, answer) => {
    const before = (await refreshWith(list({ 'A-USD': 'online', 'B-USD': 'online', 'C-USD': 'online' })))
      .stored;
    const { told, stored } = await refreshWith(answer);
    expect(told).toEqual([]);
    expect(stored).toEqual(before);
  });
});
