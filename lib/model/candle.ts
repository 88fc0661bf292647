import type { Decimal } from '@/lib/core/decimal';

/** One UTC minute of a token's price in US dollars. A minute without ticks has no candle. */
export interface Candle {
  readonly minute: Date;
  readonly open: Decimal;
  readonly high: Decimal;
  readonly low: Decimal;
  readonly close: Decimal;
  /** How many ticks made it; 0 for a candle taken from a venue's history. */
  readonly ticks: number;
  /** `live` from our own ticks, else the venue whose history it comes from. */
  readonly origin: string;
}
