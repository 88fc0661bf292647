import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTopicHints } from './topic-hints';
import { toTopicPattern } from './topic-pattern';

const topics = [
  ['etf', 'spot etf', 'etfs', '现货ETF', 'ETF获批'],
  ['SEC', 'sec filing', 'Securities and Exchange Commission', 'no-action letter'],
  ['layer 2', 'L2', 'zk-rollup', 'rollups'],
  ['регулятор', 'تنظيم', '규제', 'regulator', 'règlement'],
  ['交易所', '取引所', 'exchange', 'off-exchange'],
];
const patterns = topics.map(toTopicPattern);
const countHints = createTopicHints(topics);

test('a topic is never mentioned more often than it is hinted at', () => {
  const words = fc.constantFrom(...topics.flat());
  const written = fc.oneof(
    words,
    words.map((word) => word.toUpperCase()),
    words.map((word) => word.replace(' ', '\n ')),
    fc.constantFrom('the', 'x', 'ſec', '7', 'ال', 'ов', '获批'),
  );
  const between = fc.constantFrom(' ', '', '-', ', ', '’s ', '。', '\u00a0');
  const texts = fc.array(fc.tuple(written, between), { maxLength: 12 }).map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const hints = countHints(text);
      for (const [topic, pattern] of patterns.entries()) {
        const mentions = pattern === undefined ? 0 : (text.match(pattern)?.length ?? 0);
        expect(hints.get(topic) ?? 0).toBeGreaterThanOrEqual(mentions);
      }
    }),
    { numRuns: 500 },
  );
});
