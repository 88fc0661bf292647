import { createHash } from 'node:crypto';
import { MINUTE_MS } from '@/lib/core/time';
import type { SourceId, TokenId } from '@/lib/model/ids';
import type { ComparableArticle } from '@/lib/model/placement';

const START_MS = Date.UTC(2026, 10, 20);
const SYLLABLES = 'ba de fi go lu mar ne os pri qua ren sto tri ul ven wor xi yar zon chel'.split(' ');
const IDEOGRAPHS = [...'市场交易监管网络协议银行利率合约攻击漏洞验证质押升级投票公司发布报告资金'];
const CYRILLIC = 'бан ве го де жи лу мар не пор рин сто тра'.split(' ');
const DULL = ['bitcoin', 'price', 'market', 'crypto', 'traders', 'the', 'of', 'after', 'record', 'pricing'];
const TOKENS = ['bitcoin', 'lantern', 'harbour', 'solana'];

/** News as it might come in, in the order it came: events told by several, copied, cut, retitled, credited. */
export function streamOfArticles(traits: StreamTraits): readonly ComparableArticle[] {
  const random = mulberry(traits.seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const vocabularies = new Map(
    traits.languages.map((language) => [
      language,
      Array.from({ length: traits.words }, () => makeWord(language, pick)),
    ]),
  );
  const written: ComparableArticle[] = [];
  const sentence = (language: string, length: number) =>
    Array.from({ length }, () =>
      random() < 0.25 && language === 'en'
        ? pick(DULL)
        : random() < 0.05
          ? `${Math.floor(random() * 90 + 10)}%`
          : pick(vocabularies.get(language) ?? fail()),
    ).join(language === 'zh' ? '' : ' ');
  for (let nth = 0; nth < traits.count; nth += 1) {
    const draw = random();
    const copies = traits.copies ?? 0.15;
    const model = written.length > 0 ? pick(written.slice(-200)) : undefined;
    const fresh = writeFresh(nth, { pick, random, sentence, language: pick(traits.languages) });
    if (!model || draw > copies + 0.3) written.push(fresh);
    else if (draw < copies) written.push(toCopy(fresh, model, { pick, random }));
    else written.push(toTelling(fresh, model, random));
  }
  return written;
}

export interface StreamTraits {
  readonly seed: number;
  readonly count: number;
  /** How many words a language has: the fewer, the more articles look alike. */
  readonly words: number;
  readonly languages: readonly string[];
  /** How many of all are copies, 0–1. */
  readonly copies?: number;
}

function writeFresh(nth: number, { pick, random, sentence, language }: Pen): ComparableArticle {
  const source = `outlet-${Math.floor(random() * 12)}`;
  const tokenIds = random() < 0.5 ? [pick(TOKENS) as TokenId] : [];
  const title = `${sentence(language, 4 + Math.floor(random() * 7))}${random() < 0.2 ? ` ${Math.floor(random() * 40)}%` : ''}`;
  const body = random() < 0.2 ? '' : sentence(language, 8 + Math.floor(random() * 110));
  const seen = new Date(START_MS + nth * 2 * MINUTE_MS);
  const url = `https://${source}.example/${nth}`;
  return withHashes({
    sourceId: source as SourceId,
    sourceKind: random() < 0.2 ? 'aggregator' : 'newsroom',
    language: random() < 0.2 ? `${language}-x` : language,
    title,
    dek: random() < 0.3 ? sentence(language, 14) : undefined,
    bodyText: body,
    url,
    canonicalUrl: url,
    attribution: undefined,
    claimedAt: random() < 0.8 ? new Date(seen.getTime() - random() * 600 * MINUTE_MS) : undefined,
    firstSeenAt: seen,
    primaryTokenId: tokenIds[0],
    tokenIds,
  });
}

/** Whole, cut, with another title, with a credit, or under the other's address. */
function toCopy(
  fresh: ComparableArticle,
  model: ComparableArticle,
  { pick, random }: Pick<Pen, 'pick' | 'random'>,
): ComparableArticle {
  const cut = random() < 0.4 ? model.bodyText.slice(0, 60 + Math.floor(random() * 300)) : model.bodyText;
  const credit = { kind: 'appeared-first-on', evidence: 'The post appeared first on it' } as const;
  const attribution = pick([
    undefined,
    undefined,
    { ...credit, name: model.sourceId as string, url: undefined },
    { ...credit, name: undefined, url: model.url },
  ]);
  return withHashes({
    ...fresh,
    language: model.language,
    title: random() < 0.6 ? model.title : fresh.title,
    dek: model.dek,
    bodyText: random() < 0.9 ? cut : fresh.bodyText,
    canonicalUrl: random() < 0.1 ? model.canonicalUrl : fresh.canonicalUrl,
    attribution,
    primaryTokenId: model.primaryTokenId,
    tokenIds: model.tokenIds,
  });
}

/** The same event in other words: a good part of the title, some of the lede. */
function toTelling(
  fresh: ComparableArticle,
  model: ComparableArticle,
  random: () => number,
): ComparableArticle {
  const keep = (text: string, share: number) =>
    text
      .split(' ')
      .filter(() => random() < share)
      .join(' ');
  return withHashes({
    ...fresh,
    language: model.language,
    title: `${keep(model.title, 0.7)} ${keep(fresh.title, 0.3)}`,
    bodyText: `${keep(model.bodyText.slice(0, 320), 0.6)} ${fresh.bodyText}`,
    primaryTokenId: model.primaryTokenId,
    tokenIds: model.tokenIds,
  });
}

function withHashes(article: Omit<ComparableArticle, 'titleHash' | 'bodyHash'>): ComparableArticle {
  const { title, bodyText } = article;
  return {
    ...article,
    titleHash: sha256(title),
    bodyHash: bodyText.length < 200 ? undefined : sha256(bodyText),
  };
}

function makeWord(language: string, pick: Pen['pick']): string {
  if (language === 'zh') return pick(IDEOGRAPHS) + pick(IDEOGRAPHS);
  const syllables = language === 'ru' ? CYRILLIC : SYLLABLES;
  return pick(syllables) + pick(syllables) + pick(['', 's', 'ing', 'ed', pick(syllables)]);
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function fail(): never {
  throw new Error('There is nothing to pick from.');
}

interface Pen {
  readonly pick: <T>(items: readonly T[]) => T;
  readonly random: () => number;
  readonly sentence: (language: string, length: number) => string;
  readonly language: string;
}
