import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenId } from '@/lib/model/ids';
import {
  ALIAS_KINDS,
  AMBIGUITIES,
  type AliasKind,
  type Ambiguity,
  type Token,
  type TokenAlias,
} from '@/lib/model/token';

const TOKENS_FILE = 'db/seed/tokens.tsv';
const ALIASES_FILE = 'db/seed/aliases.tsv';

/**
 * The token catalogue as the repository ships it, the best known first.
 * @throws {Error} when a row of its files does not make sense: that is a slip in the data.
 */
export function readTokenCatalogue(): readonly Token[] {
  const aliases = readAliases();
  return readRows(TOKENS_FILE).map(([id = '', symbol = '', name = '', icon = '', rank = '', ...classes]) => ({
    id: id as TokenId,
    symbol,
    name,
    icon: icon === '' ? undefined : icon,
    rank: rank === '' ? undefined : Number(rank),
    symbolAmbiguity: toAmbiguity(classes[0], id),
    nameAmbiguity: toAmbiguity(classes[1], id),
    aliases: aliases.get(id) ?? [],
  }));
}

function readAliases(): ReadonlyMap<string, readonly TokenAlias[]> {
  const aliases = new Map<string, TokenAlias[]>();
  for (const [tokenId = '', kind, text = ''] of readRows(ALIASES_FILE)) {
    const ofToken = aliases.get(tokenId) ?? [];
    ofToken.push({ text, kind: toAliasKind(kind, text) });
    aliases.set(tokenId, ofToken);
  }
  return aliases;
}

function readRows(file: string): readonly (readonly string[])[] {
  const lines = readFileSync(join(process.cwd(), file), 'utf8').trimEnd().split('\n');
  return lines.slice(1).map((line) => line.split('\t'));
}

function toAmbiguity(word: string | undefined, id: string): Ambiguity {
  const ambiguity = AMBIGUITIES.find((known) => known === word);
  if (!ambiguity) throw new Error(`${TOKENS_FILE}: ${id} has the ambiguity "${word}".`);
  return ambiguity;
}

function toAliasKind(word: string | undefined, text: string): AliasKind {
  const kind = ALIAS_KINDS.find((known) => known === word);
  if (!kind) throw new Error(`${ALIASES_FILE}: "${text}" is of the kind "${word}".`);
  return kind;
}
