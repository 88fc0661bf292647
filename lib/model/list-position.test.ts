import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPosition, writePosition } from './list-position';

test('what is written is read back', () => {
  const at = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
  fc.assert(
    fc.property(at, fc.nat(), (moment, id) => {
      expect(readPosition(writePosition({ at: moment, id }))).toEqual({ at: moment, id });
    }),
  );
});

test.each([
  '',
  '2026-11-23',
  '2026-13-45T99:00:00.000Z~1',
  '2026-11-23T12:00:00.000Z',
  '+275760-09-13T00:00:00.000Z~1',
])('“%s” is no position', (text) => {
  expect(readPosition(text)).toBeUndefined();
});
