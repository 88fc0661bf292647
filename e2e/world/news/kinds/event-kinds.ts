import { AI_KINDS } from './ai';
import { CULTURE_KINDS } from './culture';
import { DEFI_KINDS } from './defi';
import { FUNDING_KINDS } from './funding';
import { FUND_KINDS } from './funds';
import type { EventKind } from './kind';
import { MACRO_KINDS } from './macro';
import { MARKET_KINDS } from './markets';
import { MINING_KINDS } from './mining';
import { ONCHAIN_KINDS } from './onchain';
import { REGULATION_KINDS } from './regulation';
import { SECURITY_KINDS } from './security';
import { STABLECOIN_KINDS } from './stablecoins';
import { UPGRADE_KINDS } from './upgrades';
import { VENUE_KINDS } from './venues';

/** Every kind of event that can happen. Prices move more often than anything else. */
export const EVENT_KINDS: readonly EventKind[] = [
  ...AI_KINDS,
  ...CULTURE_KINDS,
  ...DEFI_KINDS,
  ...FUNDING_KINDS,
  ...FUND_KINDS,
  ...MACRO_KINDS,
  ...MARKET_KINDS,
  ...MINING_KINDS,
  ...ONCHAIN_KINDS,
  ...REGULATION_KINDS,
  ...SECURITY_KINDS,
  ...STABLECOIN_KINDS,
  ...UPGRADE_KINDS,
  ...VENUE_KINDS,
  ...MARKET_KINDS.filter(({ whenDown }) => whenDown !== undefined),
];
