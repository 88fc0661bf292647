import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuoteRow, Rate } from '@/lib/live/protocol';
import { createLedger } from './ledger';
import { createSubscriptions } from './subscriptions';
import { TEST_START, testQuote } from './testing';

const RATES: readonly Rate[] = ['focus', 'tape', 'idle'];
const isKnown = (): boolean => true;

test('a lane that waits holds the resume point back', () => {
  const ledger = createLedger();
  const subscriptions = createSubscriptions(ledger);
  subscriptions.add({ ids: ['bitcoin'], rate: 'focus', since: undefined, isKnown });
  subscriptions.add({ ids: ['ethereum'], rate: 'idle', since: undefined, isKnown });
  ledger.take([testQuote('ethereum', '1'), testQuote('bitcoin', '2')], TEST_START);
  expect(subscriptions.takeDue((rate) => rate === 'focus')).toHaveLength(1);
  expect(subscriptions.resumeSeq()).toBe(0);
  expect(subscriptions.takeDue(() => true)).toHaveLength(1);
  expect(subscriptions.resumeSeq()).toBe(2);
});

test('a token asked for again at another rate travels once', () => {
  const ledger = createLedger();
  const subscriptions = createSubscriptions(ledger);
  for (const rate of RATES) subscriptions.add({ ids: ['bitcoin'], rate, since: undefined, isKnown });
  ledger.take([testQuote('bitcoin', '1')], TEST_START);
  expect(subscriptions.size()).toBe(1);
  expect(subscriptions.takeDue(() => true)).toHaveLength(1);
});

test('a limit on the rate slows the fast lanes and leaves the slow ones', () => {
  const ledger = createLedger();
  const subscriptions = createSubscriptions(ledger);
  subscriptions.add({ ids: ['bitcoin'], rate: 'focus', since: undefined, isKnown });
  subscriptions.limitRate('tape');
  ledger.take([testQuote('bitcoin', '1')], TEST_START);
  expect(subscriptions.takeDue((rate) => rate === 'focus')).toEqual([]);
  expect(subscriptions.takeDue((rate) => rate === 'tape')).toHaveLength(1);
});

const TOKENS = ['a', 'b', 'c', 'd'];
const step = fc.oneof(
  fc.record({ do: fc.constant('tick' as const), id: fc.constantFrom(...TOKENS) }),
  fc.record({
    do: fc.constant('sub' as const),
    ids: fc.uniqueArray(fc.constantFrom(...TOKENS), { minLength: 1 }),
    rate: fc.constantFrom(...RATES),
  }),
  fc.record({ do: fc.constant('unsub' as const), id: fc.constantFrom(...TOKENS) }),
  fc.record({ do: fc.constant('turn' as const), rate: fc.constantFrom(...RATES) }),
  fc.record({ do: fc.constant('ceiling' as const), rate: fc.constantFrom(...RATES) }),
  fc.record({ do: fc.constant('reconnect' as const) }),
);

test('whatever happens, a browser that resumes ends up with the newest price of all it wants', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
      const ledger = createLedger();
      const prices = new Map<string, string>();
      const wanted = new Map<string, Rate>();
      const browser = new Map<string, string>();
      let subscriptions = createSubscriptions(ledger);
      let resumeSeq = 0;
      let price = 0;

      const receive = (fragments: readonly string[]): void => {
        for (const fragment of fragments) {
          const row = JSON.parse(fragment) as QuoteRow;
          browser.set(row[0], row[1]);
        }
        resumeSeq = subscriptions.resumeSeq();
      };
      const subscribe = (ids: string[], rate: Rate, since?: { epoch: string; seq: number }): void =>
        receive(subscriptions.add({ ids, rate, since, isKnown }).fragments);

      for (const action of steps) {
        if (action.do === 'tick') {
          prices.set(action.id, String((price += 1)));
          ledger.take([testQuote(action.id, String(price))], TEST_START);
        } else if (action.do === 'sub') {
          for (const id of action.ids) wanted.set(id, action.rate);
          subscribe(action.ids, action.rate);
        } else if (action.do === 'unsub') {
          wanted.delete(action.id);
          browser.delete(action.id);
          subscriptions.remove([action.id]);
        } else if (action.do === 'turn') receive(subscriptions.takeDue((rate) => rate === action.rate));
        else if (action.do === 'ceiling') subscriptions.limitRate(action.rate);
        else {
          subscriptions = createSubscriptions(ledger);
          const since = { epoch: ledger.epoch, seq: resumeSeq };
          for (const rate of RATES) {
            const ids = [...wanted].filter(([, wish]) => wish === rate).map(([id]) => id);
            const held = ids.filter((id) => browser.has(id));
            const fresh = ids.filter((id) => !browser.has(id));
            const resumed = subscriptions.add({ ids: held, rate, since, isKnown }).fragments;
            const whole = subscriptions.add({ ids: fresh, rate, since: undefined, isKnown }).fragments;
            receive([...resumed, ...whole]);
          }
        }
      }
      receive(subscriptions.takeDue(() => true));
      for (const id of wanted.keys()) expect(browser.get(id)).toBe(prices.get(id));
    }),
    { numRuns: 500 },
  );
});
