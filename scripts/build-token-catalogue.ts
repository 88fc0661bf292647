/**
 * Writes db/seed/tokens.tsv: the tokens of db/seed/known-tokens.tsv, best known first, then the long tail
 * of @web3icons. Run it after the icon set or one of the hand-kept files changed:
 * `npx tsx scripts/build-token-catalogue.ts`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokens as iconSet } from '@web3icons/common/metadata/tokens';
import type { Ambiguity } from '@/lib/model/token';

const SEED = 'db/seed';
const ICONS = 'node_modules/@web3icons/core/dist/svgs';
const ICON_VARIANTS = ['branded', 'background', 'mono'];
const SHORTEST_TICKER_CHARS = 3;

/** Words that, next to each other, name a kind of thing and not one thing: "AI Network", "Smart Token". */
const GENERIC = new Set(
  (
    'ai alpha app bank base big bit block blockchain blockchains bridge card carbon chain coin credit crypto dao data ' +
    'defi dex digital energy exchange fan finance financial food free fund game games gaming global gold governance ' +
    'index labs launch layer lend market markets meme meta metaverse mining money music my network new nft node open ' +
    'pay payment power pro protocol reserve silver smart social space stable staked star swap tech the token tokens ' +
    'trade trading usd vault wallet web web3 world wrapped yield'
  ).split(' '),
);
const KIND_OF_PROJECT = new Set('network protocol finance dao chain coin token inu swap'.split(' '));

const bannedSymbols = new Set(
  readFileSync(join(SEED, 'banned-symbols.txt'), 'utf8').split(/\s+/).filter(Boolean),
);
const known = readKnownTokens();
const rows = [...known.map(toKnownRow), ...iconSet.filter(isNotKnown).map(toTailRow).toSorted(byId)];
const header = 'id\tsymbol\tname\ticon\trank\tsymbol is\tname is';
writeFileSync(join(SEED, 'tokens.tsv'), `${[header, ...rows].join('\n')}\n`);
console.log(`${rows.length} tokens, ${known.length} of them well known.`);

function readKnownTokens(): readonly KnownToken[] {
  const [, ...lines] = readFileSync(join(SEED, 'known-tokens.tsv'), 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => {
    const [id = '', symbol = '', name = '', symbolIs = '', nameIs = '', iconSetId = id] = line.split('\t');
    return { id, symbol, name, symbolIs, nameIs, iconSetId, rank: index + 1 };
  });
}

function toKnownRow(token: KnownToken): string {
  const icon = iconOf(iconSet.find((entry) => entry.id === token.iconSetId));
  return [token.id, token.symbol, token.name, icon, token.rank, token.symbolIs, token.nameIs].join('\t');
}

function isNotKnown(entry: IconSetToken): boolean {
  return !known.some((token) => token.iconSetId === entry.id || token.id === entry.id);
}

/** Nobody looked at a token of the long tail: the shape of its names decides, and in doubt against them. */
function toTailRow(entry: IconSetToken): string {
  const symbol = entry.symbol.toUpperCase();
  const id = entry.id.toLowerCase();
  return [id, symbol, entry.name, iconOf(entry), '', symbolAmbiguity(symbol), nameAmbiguity(entry.name)].join(
    '\t',
  );
}

function symbolAmbiguity(symbol: string): Ambiguity {
  const unusable = symbol.length < SHORTEST_TICKER_CHARS || /^\d+$/.test(symbol) || bannedSymbols.has(symbol);
  return unusable ? 'banned' : 'word';
}

function nameAmbiguity(name: string): Ambiguity {
  const words = name.split(/[^\p{L}\p{N}.]+/u).filter(Boolean);
  if (words.every((word) => GENERIC.has(word.toLowerCase()) || word.length < 2)) return 'banned';
  if (words.some(isCoined)) return 'lite';
  const last = words.at(-1)?.toLowerCase() ?? '';
  return words.length > 1 && KIND_OF_PROJECT.has(last) ? 'lite' : 'word';
}

/** A word nobody writes by chance: capitals inside it (StakeWise) or a domain's ending (Clore.ai). */
function isCoined(word: string): boolean {
  if (word.length < 5) return false;
  return /\p{Ll}\p{Lu}/u.test(word) || /\.(?:ai|fi|io|fund|finance|exchange|org)$/i.test(word);
}

/** The path below `@web3icons/core/svgs/`, without its ending; empty where the set has no picture. */
function iconOf(entry: IconSetToken | undefined): string {
  const [kind = '', file = ''] = entry?.filePath.split(':') ?? [];
  const paths = ICON_VARIANTS.map((variant) => `${kind}s/${variant}/${file}`);
  return paths.find((path) => file !== '' && existsSync(join(ICONS, `${path}.svg.js`))) ?? '';
}

function byId(a: string, b: string): number {
  return a < b ? -1 : 1;
}

interface KnownToken {
  readonly id: string;
  readonly symbol: string;
  readonly name: string;
  readonly symbolIs: string;
  readonly nameIs: string;
  readonly iconSetId: string;
  readonly rank: number;
}

type IconSetToken = (typeof iconSet)[number];
