import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_CLIENT_MESSAGE_BYTES, type Rate } from '@/lib/live/protocol';
import { clientMessage } from '@/lib/live/protocol-schema';
import { planSubscriptions } from './plan-subscriptions';

const RESUME = { epoch: 'e', seq: 7 };
const rates = (wishes: Record<string, Rate>): Map<string, Rate> => new Map(Object.entries(wishes));

test('only the difference is said, what is held from where it was left', () => {
  const plan = planSubscriptions({
    told: rates({ kept: 'tape', gone: 'tape', faster: 'tape' }),
    wanted: rates({ kept: 'tape', faster: 'focus', back: 'tape', fresh: 'tape' }),
    resume: RESUME,
    holds: (id) => id === 'back',
  });
  expect(plan).toEqual([
    { t: 'unsub', ids: ['gone'] },
    { t: 'sub', ids: ['faster'], rate: 'focus' },
    { t: 'sub', ids: ['back'], rate: 'tape', since: RESUME },
    { t: 'sub', ids: ['fresh'], rate: 'tape' },
  ]);
});

test('nothing to say is nothing said', () => {
  const same = rates({ a: 'tape' });
  expect(planSubscriptions({ told: same, wanted: same, resume: RESUME, holds: () => true })).toEqual([]);
});

test('whatever is wanted, every message fits the protocol and its frame, and together they say it', () => {
  const wishes = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }).filter((id) => id.length <= 100),
    fc.constantFrom<Rate>('focus', 'tape', 'idle'),
    { maxKeys: 260, size: 'max' },
  );
  fc.assert(
    fc.property(wishes, wishes, (before, after) => {
      const [told, wanted] = [rates(before), rates(after)];
      const plan = planSubscriptions({ told, wanted, resume: RESUME, holds: (id) => id.length % 2 === 0 });
      for (const message of plan) {
        const text = JSON.stringify({ ...message, id: Number.MAX_SAFE_INTEGER });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_CLIENT_MESSAGE_BYTES);
        expect(clientMessage.safeParse(JSON.parse(text)).success).toBe(true);
        for (const id of message.ids) {
          if (message.t === 'unsub') told.delete(id);
          else told.set(id, message.rate ?? 'tape');
        }
      }
      expect(told).toEqual(new Map([...wanted].slice(0, 200)));
    }),
    { numRuns: 50 },
  );
});
