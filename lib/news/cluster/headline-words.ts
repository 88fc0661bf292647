/** Words that say nothing about an event. */
const STOP_WORDS = toSet(`
  a about after again all also am amid an and another any are as at back be been before being below between both but by
  can could despite did do does down due during each ever for from further get gets getting had has have he her here his
  how if in into is it its just like made make makes may me might more most much must my need new next no not now of off
  on once one only onto or other our out over own per says say said see set she should since so some still such than that
  the their them then there these they this those through to today too toward towards two under until up upon us via was
  way we week well were what when where which while who whom why will with within without would year years yet you your
  according according report reports reported reportedly latest update updates breaking just explained
`);

/** Words that half the headlines of the field carry: alike in them, two articles may still tell different events. */
const COMMON_WORDS = toSet(`
  ahead altcoin altcoins amount analysis analyst analysts asset assets best billion blockchain bull bullish bear bearish
  buy chain coin coins company could crypto cryptocurrency cryptocurrencies data day days deal defi demand digital
  dollar drop drops eye eyes exchange expert experts fall falls finance financial firm firms first forecast fund funds
  future gain gains global growth high higher hit hits hold holder holders holding inflow inflows institutional investor
  investors jump jumps key launch launches launched level levels low lower major market markets million momentum month
  months move moves network news outflow outflows outlook past pattern platform potential prediction predicts predict
  price prices project rally rallies record resistance rise rises risk sell sell-off selloff sentiment short signal
  signals slide slides soar soars spot stablecoin stablecoins stock stocks support supply surge surges target targets
  technical token tokens top trade trader traders trading trend trillion usd users value volatility volume wallet wallets
  warn warns weekly whale whales world etf etfs breakout bitcoin's
  市场 投资 价格 加密 数字 货币 上涨 下跌 突破 分析 交易 数据 今日 消息
`);

/** The tokens everybody writes about: they name the subject, hardly the event. */
const TOKEN_WORDS = toSet(`
  bitcoin btc ethereum eth ether xrp ripple solana sol bnb binance dogecoin doge cardano ada tron trx litecoin ltc
  chainlink link avalanche avax sui stellar xlm hedera hbar shiba inu shib toncoin ton polkadot dot uniswap uni aave pepe
  near aptos apt monero xmr zcash zec hyperliquid hype tether usdt usdc aster ondo bonk pi network bch
  比特 以太 太坊
`);

const TOKEN_WEIGHT = 0.25;
const COMMON_WEIGHT = 0.35;

/** How much a shared word says that two headlines tell the same event; 0 for nothing. */
export function weightOfWord(word: string, tokenWords: ReadonlySet<string>): number {
  if (STOP_WORDS.has(word)) return 0;
  if (TOKEN_WORDS.has(word) || tokenWords.has(word)) return TOKEN_WEIGHT;
  return COMMON_WORDS.has(word) ? COMMON_WEIGHT : 1;
}

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
