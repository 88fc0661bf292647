/**
 * Desks whose short news is copied with their dateline on it ("PANews reported on November 23 that …"), under every
 * name their copies carry.
 */
const WIRES: Readonly<Record<string, readonly string[]>> = {
  PANews: ['PANews', 'PA News', 'PANews 消息'],
  BlockBeats: ['BlockBeats', '律动 BlockBeats', '律动BlockBeats', '律动'],
  Odaily: ['Odaily', 'Odaily 星球日报', 'Odaily星球日报', '星球日报', 'Odaily Planet Daily', 'Planet Daily'],
  'Foresight News': ['Foresight News', 'ForesightNews'],
  ChainCatcher: ['ChainCatcher', '链捕手 ChainCatcher', '链捕手'],
  TechFlow: ['TechFlow', '深潮 TechFlow', '深潮TechFlow', 'Deep Tide TechFlow', 'ShenChao TechFlow', '深潮'],
  'Jinse Finance': ['Jinse Finance', 'Golden Finance', '金色财经'],
  'Wu Blockchain': ['Wu Blockchain', 'WuBlockchain', '吴说', '吴说区块链'],
  'Mars Finance': ['Mars Finance', '火星财经'],
  MarsBit: ['MarsBit'],
  BlockTempo: ['BlockTempo', '動區', '动区', '動區動趨'],
  '8BTC': ['8BTC', '巴比特'],
  'ME News': ['ME News'],
  Coinvoice: ['Coinvoice', 'CoinVoice'],
};

/** Newsrooms of the field: a credit line that names one of them names a publisher. */
const NEWSROOMS = (
  'CoinDesk|Cointelegraph|The Block|Decrypt|Blockworks|DL News|Bitcoin Magazine|BeInCrypto|CryptoSlate|NewsBTC|' +
  'Bitcoinist|U.Today|AMBCrypto|CryptoPotato|The Defiant|Unchained|Protos|Crypto Briefing|Crypto.news|Bitcoin.com|' +
  'Bitcoin.com News|CoinJournal|Coinpedia|Finbold|ZyCrypto|CryptoNews|Cryptonews.com|Coingape|Bankless|Coinspeaker|' +
  'Invezz|The Crypto Basic|Blockonomi|CoinPost|CoinTelegraph|TokenPost|BlockMedia|Criptonoticias|BTC-ECHO|Journal du Coin|' +
  'Cryptoast|BitcoinWorld|CoinOtag|Crypto Daily|CryptoGlobe|Benzinga|Investing.com|The Daily Hodl|Watcher Guru|' +
  'BSC News|Cryptopolitan|Forklog|Incrypted|CoinGeek|Ledger Insights|Bitcoin Insider|Tokenist'
).split('|');

const WIRE_BY_KEY = new Map(
  Object.entries(WIRES).flatMap(([wire, names]) => names.map((name) => [keyOf(name), wire] as const)),
);
const NEWSROOM_KEYS = new Set(NEWSROOMS.map(keyOf));

/** The wire that goes by this name. */
export function wireCalled(name: string): string | undefined {
  return (
    WIRE_BY_KEY.get(keyOf(name)) ?? WIRE_BY_KEY.get(keyOf(name.replace(/\s*(?:news|快讯|消息|讯|訊)$/i, '')))
  );
}

/** Whether a name is that of a publisher in this field. */
export function isKnownHouse(name: string): boolean {
  return NEWSROOM_KEYS.has(keyOf(name)) || wireCalled(name) !== undefined;
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
