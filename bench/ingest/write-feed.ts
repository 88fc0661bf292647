import { DAY_MS } from '@/lib/core/time';

/** About as many different words as a month of news has. */
const WORDS = 60_000;
/** The commonest words that tell something stand in about every fourteenth lede. */
const COMMONEST_RANK = 47;
const COMMONEST_RANK_OF_TITLES = 200;
const SYLLABLES =
  'ba be bo ca ce cho cla con da del do dra el en fa fer fi for ga gen go gra ha hel in ja ka ker la le lin lo ma men mi mon na ner no nu pa per pla po pre qua ra re ri ro sa ser sha so sta su ta ten ti tor tra un va ven vi wa wen za'.split(
    ' ',
  );
const SMALL_WORDS =
  'the of to in a and for on with as by from after over at is was that its has will be said an more than have this which their'.split(
    ' ',
  );
const DESK_WORDS =
  'exchange wallet market price network validators court regulator fund bank holders traders report quarter dollars percent upgrade launch ruling audit breach liquidity reserves custody treasury'.split(
    ' ',
  );
const COINS =
  'Bitcoin,Ethereum,Solana,XRP,Dogecoin,Cardano,Avalanche,Chainlink,Litecoin,Polkadot,Uniswap,Toncoin,Tron,Stellar,Monero,Aave'.split(
    ',',
  );
const SMALL_SHARE = 0.42;
const DESK_SHARE = 0.05;
const SPREAD_MS = 2 * DAY_MS;

/** One feed of a made-up newsroom: every item another text, of words spread as a language's are. */
export function writeFeed({ feed, items, host, now }: FeedToWrite): string {
  const chance = createChance(feed * 7_919 + 13);
  const written = Array.from({ length: items }, (_, item) => {
    const date = new Date(now.getTime() - chance() * SPREAD_MS).toUTCString();
    const title = writeTitle(chance);
    const text = writeText(chance, 600 + Math.floor(chance() * 900));
    return `<item><title>${title}</title><link>${host}/news/${feed}-${item}</link><guid isPermaLink="false">${feed}-${item}</guid><pubDate>${date}</pubDate><category>${pick(DESK_WORDS, chance)}</category><description><![CDATA[${text}]]></description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Newsroom ${feed}</title><link>${host}</link><description>News of ${feed}</description><language>en</language>${written.join('\n')}</channel></rss>`;
}

function writeTitle(chance: Chance): string {
  const words = Array.from({ length: 6 + Math.floor(chance() * 5) }, () =>
    wordFrom(COMMONEST_RANK_OF_TITLES, chance),
  );
  if (chance() < 0.6) words[0] = pick(COINS, chance);
  const [first = '', ...others] = words;
  return [first.slice(0, 1).toUpperCase() + first.slice(1), ...others].join(' ');
}

function writeText(chance: Chance, chars: number): string {
  let text = '<p>';
  let sentence = 0;
  while (text.length < chars) {
    const word = writeWord(chance);
    sentence += 1;
    const ends = sentence > 6 && chance() < 0.12;
    text += ends ? `${word}. ` : `${word} `;
    if (ends) sentence = 0;
    if (ends && chance() < 0.25) text += '</p><p>';
  }
  return `${text.trim()}.</p>`;
}

const LEXICON: readonly string[] = makeLexicon();

function makeLexicon(): readonly string[] {
  const chance = createChance(1);
  const words = new Set<string>();
  while (words.size < WORDS) {
    words.add(Array.from({ length: 2 + Math.floor(chance() * 3) }, () => pick(SYLLABLES, chance)).join(''));
  }
  return [...words];
}

function writeWord(chance: Chance): string {
  const kind = chance();
  if (kind < SMALL_SHARE) return pick(SMALL_WORDS, chance);
  return kind < SMALL_SHARE + DESK_SHARE ? pick(DESK_WORDS, chance) : wordFrom(COMMONEST_RANK, chance);
}

/** Common words often, rare ones seldom, as languages do (Zipf). */
function wordFrom(rank: number, chance: Chance): string {
  return LEXICON[Math.floor(rank * (WORDS / rank) ** chance()) - 1] ?? '';
}

function pick(words: readonly string[], chance: Chance): string {
  return words[Math.floor(chance() * words.length)] ?? '';
}

/** Mulberry32: the same feeds in every run. */
function createChance(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Chance = () => number;

interface FeedToWrite {
  readonly feed: number;
  readonly items: number;
  readonly host: string;
  readonly now: Date;
}
