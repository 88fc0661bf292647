const HEAD_CHARS = 1_500;
const SHORT_TEXT_CHARS = 220;
const MIN_SIGNS = 2;

const SIGNS = new RegExp(
  [
    String.raw`\b(?:crypto\w*|bitcoins?|btc|ethereum|eth|blockchains?|tokens?|token\w+|altcoins?|stablecoins?|defi|nfts?|web3|on-?chain|memecoins?|staking|mainnet|testnet|wallets?|whales?|airdrops?|dexe?s?|xrp|solana|usdt|usdc|layer-?[12]|l[12]|validators?|dao|daos|dapps?|coins?|hodl\w*|binance|coinbase|kraken|okx|bybit|uniswap|cardano|dogecoin|litecoin|ripple|tether)\b`,
    '加密|区块链|區塊鏈|比特币|比特幣|以太坊|代币|代幣|稳定币|穩定幣|虚拟货币|虛擬貨幣|数字货币|链上|鏈上|币安|幣安',
    '仮想通貨|暗号資産|ブロックチェーン|ビットコイン|イーサリアム|암호화폐|가상자산|블록체인|비트코인|이더리움',
    'крипто|биткоин|биткойн|блокчейн|стейблкоин|эфириум|بيتكوين|العملات الرقمية|العملات المشفرة|بلوكتشين|إيثريوم',
  ].join('|'),
  'giu',
);

/** A publisher's name that says what it writes about: Cryptopolitan, Bitcoinist, CoinEdition. */
const SOURCE_SIGN = /crypto|coin|bitcoin|blockchain|\bbtc|ether|defi|web3|token/i;

/** Whether a text is about crypto, so that a name such as Aster or Stellar may be read in that light. */
export function isCryptoText(title: string, body: string, sourceName: string): boolean {
  const head = `${title} ${body.slice(0, HEAD_CHARS)}`;
  const enough = head.length < SHORT_TEXT_CHARS ? 1 : MIN_SIGNS;
  let signs = Number(SOURCE_SIGN.test(sourceName));
  if (signs >= enough) return true;
  for (const _sign of head.matchAll(SIGNS)) {
    signs += 1;
    if (signs >= enough) return true;
  }
  return false;
}
