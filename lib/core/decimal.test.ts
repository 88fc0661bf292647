import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentChange, toDecimal, toPrice, type Decimal } from './decimal';

describe('a price as a stranger wrote it', () => {
  test.each([
    ['86128.01000000', '86128.01000000'],
    ['0.0000001141', '0.0000001141'],
    ['1e-8', '0.00000001'],
    ['1.5E-7', '0.00000015'],
    ['12e3', '12000'],
    ['1.25e1', '12.5'],
    ['0', '0'],
  ])('%s reads %s', (text, decimal) => {
    expect(toDecimal(text)).toBe(decimal);
  });

  test.each(['', ' 1', '-1', '+1', '.5', '5.', 'NaN', 'Infinity', '1,000', '0x10', '1e-99', '1e99', '٣'])(
    '%j is no decimal',
    (text) => {
      expect(toDecimal(text)).toBeUndefined();
    },
  );

  test('keeps the value of every number JavaScript can print', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e15, noNaN: true }), (value) => {
        const decimal = toDecimal(String(value));
        return decimal === undefined || Number(decimal) === value;
      }),
    );
  });

  test('zero is no price', () => {
    expect(toPrice('0.000')).toBeUndefined();
    expect(toPrice('0.0001')).toBe('0.0001');
  });
});

describe('24 h change', () => {
  test.each([
    { open: '100', last: '101', change: 1 },
    { open: '200', last: '100', change: -50 },
    { open: '0.0000001', last: '0.0000002', change: 100 },
  ])('$open → $last is $change %', ({ open, last, change }) => {
    expect(percentChange(open as Decimal, last as Decimal)).toBeCloseTo(change, 9);
  });

  test('is unknown without an open', () => {
    expect(percentChange(undefined, '1' as Decimal)).toBeUndefined();
    expect(percentChange('0' as Decimal, '1' as Decimal)).toBeUndefined();
  });
});
