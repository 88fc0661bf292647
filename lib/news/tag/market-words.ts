/** After a capitalised name that is also a word, these say that the token or its network is meant. */
export const NAME_CONTEXT: ReadonlySet<string> = toSet(`
  blockchain chain chains coin coins dao dapps devs ecosystem etf etfs etp etps exchange fdv foundation hub l1 l2 labs
  layer-2 ledger mainnet memecoin network node nodes price prices protocol sidechain stakers staking testnet token
  tokenomics tokens treasury validator validators whale whales
`);

/** After a ticker that is also a word, these say that it is traded. */
export const TICKER_CONTEXT: ReadonlySet<string> = toSet(`
  accumulation airdrop airdrops altcoin bears breakout bulls burn burns buyback buybacks chart climb climbs coin coins
  crash crashes crypto cryptocurrency dip dips drop drops dropped etf etfs etp eyes fall falls fell forecast futures gain gains gained hits
  holder holders inflows investors jump jumps jumped liquidations listing mainnet memecoin memecoins open-interest
  outperforms   outflows perp perpetual perpetuals perps plunge plunges plunged price prices rallied rallies rally rebound rebounds reclaims retests
  rise rises rose shorts slide slides slid slip slips slumps soar soared soars staked stakers staking supply surge
  surged surges swap swaps token tokens trade traded traders trades trading tumble tumbles underperforms unlock unlocks usd usdt
  wallets whale whales
`);

/** The same, written in scripts without blanks: what may follow a name or ticker directly. */
export const FOREIGN_CONTEXT =
  /^\s*(?:价格|價格|代币|代幣|币价|幣價|现货|現貨|主网|主網|网络|網絡|網路|协议|協議|生态|生態|链|鏈|质押|質押|上涨|上漲|下跌|大涨|大漲|暴跌|突破|跌破|持有|巨鲸|巨鯨|トークン|価格|現物|ネットワーク|チェーン|토큰|가격|코인|네트워크|токен|монет|цена|курс|сеть|سعر|عملة|رمز|شبكة)/u;

/** After a name these make the sentence one about a person or a company, and only by the way about the token. */
export const OFFICE: ReadonlySet<string> = toSet(`
  ceo cfo chair chairman chief co-founder cofounder cto exec executive executives founder founders president
`);

export const COMPARISON: ReadonlySet<string> = toSet('against like over than versus vs');
export const UPON: ReadonlySet<string> = toSet('on onto atop');
export const QUOTE_SYMBOLS: ReadonlySet<string> = toSet('BUSD DAI FDUSD PYUSD USDC USDT');
export const QUOTE_KEYS: ReadonlySet<string> = toSet('btc eth eur krw usd usdc usdt');
/** Right before an amount of a dollar coin: then the coin itself is what happens. */
export const ISSUANCE = /^(?:mint|burn|froze|freez|issu|redeem)/;

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
