import type { TokenId } from '@/lib/model/ids';
import { isHard, type Mention, type Sighting } from './sighting';

const CONFIRMED_WEIGHT = 0.8;
/** "Kraken" beside a confirmed token of that exchange is mostly the exchange. */
const FRAIL_NAME_WEIGHT = 0.3;
/** "AI" in the body of an article on Sleepless AI is mostly artificial intelligence. */
const BANNED_TICKER_WEIGHT = 0.2;

/** Settles whose each sighting is and keeps apart the tokens that something vouches for. */
export function confirmSightings(sightings: readonly Sighting[]): Settled {
  const byToken = new Map<TokenId, Mention[]>();
  for (const mention of settleOwners(sightings)) {
    const mentions = byToken.get(mention.token.id);
    if (mentions) mentions.push(mention);
    else byToken.set(mention.token.id, [mention]);
  }
  const settled = {
    confirmed: new Map<TokenId, readonly Mention[]>(),
    doubtful: [] as (readonly Mention[])[],
  };
  for (const [id, mentions] of byToken) {
    const confirmed = confirmMentions(mentions);
    if (confirmed.length > 0) settled.confirmed.set(id, confirmed);
    else settled.doubtful.push(mentions);
  }
  return settled;
}

export interface Settled {
  readonly confirmed: ReadonlyMap<TokenId, readonly Mention[]>;
  /** Each token's mentions that nothing vouches for. */
  readonly doubtful: readonly (readonly Mention[])[];
}

/** A symbol that several tokens share belongs to the one the article names, else to the best known. */
function settleOwners(sightings: readonly Sighting[]): readonly Mention[] {
  const named = new Set(sightings.filter(({ half }) => half === 'name').map(({ owners }) => owners[0]?.id));
  return sightings.flatMap(({ owners, ...sighting }): Mention[] => {
    const [best] = owners;
    const token = owners.find(({ id }) => named.has(id)) ?? best;
    if (!token) return [];
    return [{ ...sighting, token, weight: token === best ? sighting.weight : 0 }];
  });
}

function confirmMentions(mentions: readonly Mention[]): readonly Mention[] {
  const hard = mentions.find(isHard);
  if (hard) return mentions.map((mention) => (mention.weight > 0 ? mention : confirmBy(hard, mention)));
  const halves = findIndependentHalves(mentions);
  if (!halves) return [];
  return mentions.map((mention) => confirmBy(mention.half === 'name' ? halves.ticker : halves.name, mention));
}

function confirmBy(witness: Mention, mention: Mention): Mention {
  const rule = witness.half === mention.half ? mention.rule : 'name+ticker';
  return { ...mention, rule, weight: confirmedWeight(mention), confirmedBy: witness.text };
}

function confirmedWeight({ frail, half, field, token }: Mention): number {
  if (frail) return FRAIL_NAME_WEIGHT;
  const bannedTicker = half === 'ticker' && token.symbolAmbiguity === 'banned';
  return bannedTicker && field !== 'title' ? BANNED_TICKER_WEIGHT : CONFIRMED_WEIGHT;
}

/** A weak name and a weak ticker vouch for each other, unless they are one and the same word. */
function findIndependentHalves(mentions: readonly Mention[]): { name: Mention; ticker: Mention } | undefined {
  const ticker = mentions.find(({ half }) => half === 'ticker');
  if (!ticker) return undefined;
  const needsFirmName = ticker.token.symbolAmbiguity === 'banned';
  const name = mentions.find(
    ({ half, frail, text }) =>
      half === 'name' &&
      !(frail && needsFirmName) &&
      text.toLowerCase() !== ticker.token.symbol.toLowerCase(),
  );
  return name && { name, ticker };
}
