import type { Theme } from '@/e2e/world/news/kinds/kind';
import { CULTURE, DEFI, MARKETS, REGULATION, STABLECOINS } from './markets';
import { FUNDING, FUNDS, MACRO, VENUES } from './money';
import { AI, MINING, ONCHAIN, SECURITY, UPGRADES } from './technology';
import type { ThemeWords } from './theme-words';

export const THEME_WORDS: Readonly<Record<Theme, ThemeWords>> = {
  funds: FUNDS,
  venues: VENUES,
  security: SECURITY,
  upgrades: UPGRADES,
  regulation: REGULATION,
  mining: MINING,
  stablecoins: STABLECOINS,
  defi: DEFI,
  funding: FUNDING,
  onchain: ONCHAIN,
  markets: MARKETS,
  macro: MACRO,
  ai: AI,
  culture: CULTURE,
};
