import type { TokenKind } from '@/e2e/world/market/tokens';

export const THEMES = [
  'funds',
  'venues',
  'security',
  'upgrades',
  'regulation',
  'mining',
  'stablecoins',
  'defi',
  'funding',
  'onchain',
  'markets',
  'macro',
  'ai',
  'culture',
] as const;
export type Theme = (typeof THEMES)[number];

/**
 * Words about one kind of event. `[a|b]` is a choice each newsroom makes for itself, `{name}` a fact of the event
 * that all of them share: figures by their letter (`m` million dollars, `p` percent, `d` decimal, `n` count, and `c1` for the
 * coins that `m1` buys), names by their pool
 * (`firm`, `protocol`, …), the token (`token`, `sym`) and its market (`price`, `change`, `high`, `low`, `level`).
 */
export interface Words {
  readonly titles: readonly string[];
  readonly deks: readonly string[];
  /** One paragraph each. */
  readonly facts: readonly string[];
}

export interface EventKind extends Words {
  readonly id: string;
  readonly theme: Theme;
  /** Which tokens it can happen to; without it the event is about none. */
  readonly tokens?: readonly (TokenKind | { readonly id: string })[];
  /** What it does to the token's price, in percent. */
  readonly impact?: readonly [from: number, to: number];
  readonly figures?: Readonly<Record<string, readonly [from: number, to: number]>>;
  /** Used where the token's price has fallen over the day. */
  readonly whenDown?: Words;
  readonly categories: readonly string[];
  /** Has little to tell it from the last one of its kind, and so does not come often. */
  readonly rare?: true;
  /** One outlet's own piece: no other tells it. */
  readonly solo?: true;
}
