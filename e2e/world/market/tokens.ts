/** What a token of the pretend market is like. Prices are starting points, not claims. */
export interface WorldToken {
  readonly id: string;
  readonly symbol: string;
  readonly name: string;
  /** US dollars around which the price wanders. */
  readonly anchorUsd: number;
  /** How far the price typically moves in a day, in percent, its share of the whole market's move left out. */
  readonly dailyPercent: number;
  /** How much of the whole market's move it follows. */
  readonly beta: number;
  /** Traded a day over all venues, in millions of US dollars. */
  readonly dailyVolumeMillions: number;
  readonly kind: TokenKind;
}

/** What newsrooms write about it as. */
export type TokenKind =
  'major' | 'chain' | 'scaling' | 'defi' | 'infrastructure' | 'meme' | 'ai' | 'gaming' | 'stable';

/** id · symbol · name · price · own daily % · beta · daily volume in millions · kind */
const TABLE = `
bitcoin|BTC|Bitcoin|86128|0.9|1|28400|major
ethereum|ETH|Ethereum|2784|1.5|1.15|14200|major
solana|SOL|Solana|134.6|2.3|1.25|3900|chain
ripple|XRP|XRP|2.06|2.2|1.05|3100|chain
binancecoin|BNB|BNB|842|1.4|0.8|1600|chain
dogecoin|DOGE|Dogecoin|0.1483|2.9|1.3|1350|meme
cardano|ADA|Cardano|0.418|2.5|1.2|720|chain
tron|TRX|TRON|0.2791|1.3|0.5|640|chain
avalanche-2|AVAX|Avalanche|13.42|2.8|1.3|410|chain
chainlink|LINK|Chainlink|12.87|2.6|1.25|560|infrastructure
polkadot|DOT|Polkadot|2.31|2.6|1.2|210|chain
litecoin|LTC|Litecoin|84.9|2|0.95|430|chain
bitcoin-cash|BCH|Bitcoin Cash|542|2.2|0.9|390|chain
stellar|XLM|Stellar|0.2514|2.4|1.05|240|chain
hedera-hashgraph|HBAR|Hedera|0.1427|2.9|1.2|260|chain
near|NEAR|NEAR Protocol|1.78|3|1.3|280|chain
sui|SUI|Sui|1.56|3.3|1.35|820|chain
aptos|APT|Aptos|2.44|3|1.25|190|chain
the-open-network|TON|Toncoin|1.52|2.4|0.9|160|chain
internet-computer|ICP|Internet Computer|4.07|3.4|1.15|170|chain
cosmos|ATOM|Cosmos Hub|2.42|2.6|1.2|140|chain
algorand|ALGO|Algorand|0.1366|2.8|1.2|70|chain
ethereum-classic|ETC|Ethereum Classic|13.31|2.3|1.1|110|chain
monero|XMR|Monero|386|2.1|0.5|130|chain
zcash|ZEC|Zcash|512|4.4|0.8|920|chain
filecoin|FIL|Filecoin|1.61|3.2|1.2|190|infrastructure
hyperliquid|HYPE|Hyperliquid|33.8|3.2|1.2|460|defi
uniswap|UNI|Uniswap|6.12|2.9|1.3|330|defi
aave|AAVE|Aave|172.4|2.9|1.3|340|defi
sky|SKY|Sky|0.0612|2.4|0.9|60|defi
curve-dao-token|CRV|Curve|0.4126|3.4|1.3|120|defi
lido-dao|LDO|Lido DAO|0.683|3.2|1.35|90|defi
ethena|ENA|Ethena|0.2717|4|1.5|310|defi
jupiter-exchange-solana|JUP|Jupiter|0.2394|3.4|1.35|70|defi
pendle|PENDLE|Pendle|2.47|3.6|1.35|80|defi
injective-protocol|INJ|Injective|5.86|3.2|1.3|90|defi
compound-governance-token|COMP|Compound|31.7|2.8|1.15|40|defi
the-graph|GRT|The Graph|0.0539|3.1|1.25|40|infrastructure
render-token|RENDER|Render|1.96|3.4|1.35|90|ai
fetch-ai|FET|Artificial Superintelligence Alliance|0.2481|3.8|1.4|130|ai
bittensor|TAO|Bittensor|288|3.6|1.3|270|ai
worldcoin-wld|WLD|Worldcoin|0.6204|3.8|1.4|140|ai
virtual-protocol|VIRTUAL|Virtuals Protocol|0.8762|4.6|1.4|160|ai
sleepless-ai|AI|Sleepless AI|0.04342|3.9|1.2|18|ai
gensyn|AI|Gensyn|0.0871|4.8|1.3|42|ai
arbitrum|ARB|Arbitrum|0.2068|3|1.3|150|scaling
optimism|OP|Optimism|0.3019|3.1|1.35|110|scaling
polygon-ecosystem-token|POL|Polygon|0.1322|2.8|1.2|90|scaling
starknet|STRK|Starknet|0.1174|3.8|1.3|80|scaling
celestia|TIA|Celestia|0.5931|3.6|1.3|90|infrastructure
blockstack|STX|Stacks|0.2968|3.2|1.3|40|scaling
eigenlayer|EIGEN|EigenCloud|0.5127|3.9|1.4|60|infrastructure
pyth-network|PYTH|Pyth Network|0.0713|3.5|1.35|40|infrastructure
vechain|VET|VeChain|0.01283|2.7|1.2|40|chain
pudgy-penguins|PENGU|Pudgy Penguins|0.01094|4.3|1.5|150|meme
official-trump|TRUMP|Official Trump|5.84|3.9|1.2|180|meme
sei-network|SEI|Sei|0.1391|3.4|1.35|90|chain
kaspa|KAS|Kaspa|0.0472|2.9|1.1|40|chain
ondo-finance|ONDO|Ondo|0.5164|3|1.2|110|defi
quant-network|QNT|Quant|82.1|2.4|0.9|30|infrastructure
shiba-inu|SHIB|Shiba Inu|0.00000852|2.8|1.3|170|meme
pepe|PEPE|Pepe|0.00000463|3.9|1.5|410|meme
bonk|BONK|Bonk|0.00000961|4|1.5|160|meme
dogwifcoin|WIF|dogwifhat|0.3574|4.2|1.5|130|meme
floki|FLOKI|FLOKI|0.0000493|3.6|1.4|60|meme
immutable-x|IMX|Immutable|0.3128|3.1|1.25|30|gaming
axie-infinity|AXS|Axie Infinity|1.09|3.2|1.2|30|gaming
the-sandbox|SAND|The Sandbox|0.1503|2.9|1.25|50|gaming
decentraland|MANA|Decentraland|0.1614|2.9|1.2|30|gaming
gala|GALA|GALA|0.00721|3.3|1.3|50|gaming
tether|USDT|Tether|0.9997|0.02|0|61000|stable
usd-coin|USDC|USDC|1.0001|0.015|0|9800|stable
dai|DAI|Dai|0.9999|0.02|0|140|stable
`;

const KINDS: readonly TokenKind[] = [
  'major',
  'chain',
  'scaling',
  'defi',
  'infrastructure',
  'meme',
  'ai',
  'gaming',
  'stable',
];

export const WORLD_TOKENS: readonly WorldToken[] = TABLE.trim().split('\n').map(toToken);

const BY_ID = new Map(WORLD_TOKENS.map((token) => [token.id, token]));

export function tokenById(id: string): WorldToken | undefined {
  return BY_ID.get(id);
}

export function tokensOfKind(...kinds: readonly TokenKind[]): readonly WorldToken[] {
  return WORLD_TOKENS.filter((token) => kinds.includes(token.kind));
}

function toToken(line: string): WorldToken {
  const [id = '', symbol = '', name = '', anchor, daily, beta, volume, kindName] = line.split('|');
  const kind = KINDS.find((known) => known === kindName);
  if (kind === undefined) throw new Error(`A token of no known kind: ${line}`);
  return {
    id,
    symbol,
    name,
    anchorUsd: Number(anchor),
    dailyPercent: Number(daily),
    beta: Number(beta),
    dailyVolumeMillions: Number(volume),
    kind,
  };
}
