/** What stands in a text without belonging to it: tails of syndication, addresses, handles, pointers to other articles. */
const NOISE: readonly RegExp[] = [
  /\bhttps?:\/\/[^\s<>"')\]]+/giu,
  /(?<![\w.])@\w{2,40}/gu,
  /\bThe post .{3,300}? (?:appeared first on|first appeared on|is from|was originally published on) [^.]{2,60}\.?/giu,
  /\bThis (?:article|post|story) (?:was )?(?:first |originally )?(?:appeared|published) (?:first )?(?:on|in|by|at) [^.]{2,60}\.?/giu,
  /\b(?:Read more|Also read|Read also|Related|Related reading|See also|You may also like|Recommended)\s*: ?[^.]{3,160}(?:\.|$)/gimu,
  /\bFeatured image (?:from|by|via|created)[^.]{0,120}/giu,
];
const MIN_NAME_CHARS = 4;
const DOMAIN_ENDING = /\.(?:com|net|org|io|co|news|media|info|xyz)$/i;

/**
 * Blanks out noise and the publisher's own name, keeping every offset.
 * @param isTokenName keeps a publisher called plainly "Bitcoin" from erasing the word.
 */
export function maskNoise(text: string, sourceName: string, isTokenName: (name: string) => boolean): string {
  let masked = text;
  for (const pattern of NOISE) masked = masked.replace(pattern, blank);
  const names = sourceSpellings(sourceName).filter((name) => !isTokenName(name));
  for (const name of names) masked = masked.replace(toPattern(name), blank);
  return masked;
}

/** As written, as one word (BitcoinWorld), spread over words (Bitcoin World), and without its domain's ending. */
function sourceSpellings(sourceName: string): readonly string[] {
  const name = sourceName.trim().replace(/^@|^www\./, '');
  const bare = name.replace(DOMAIN_ENDING, '');
  const apart = bare.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const spellings = [name, bare, apart, bare.replace(/\s+/g, '')];
  return [...new Set(spellings)].filter((spelling) => spelling.length >= MIN_NAME_CHARS);
}

function toPattern(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'giu');
}

function blank(match: string): string {
  return ' '.repeat(match.length);
}
