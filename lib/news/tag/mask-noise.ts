/**
 * What stands in a text without belonging to it: tails of syndication, addresses, handles, pointers to other articles.
 * Each with what, in lower case, a text must hold one of, for a search to be worth its while.
 */
const NOISE: readonly { readonly signs: readonly string[]; readonly pattern: RegExp }[] = [
  { signs: ['://'], pattern: /\bhttps?:\/\/[^\s<>"')\]]+/giu },
  { signs: ['@'], pattern: /(?<![\w.])@\w{2,40}/giu },
  {
    signs: ['the post '],
    pattern:
      /\bThe post .{3,300}? (?:appeared first on|first appeared on|is from|was originally published on) [^.]{2,60}\.?/giu,
  },
  {
    signs: ['this article ', 'this post ', 'this story '],
    pattern:
      /\bThis (?:article|post|story) (?:was )?(?:first |originally )?(?:appeared|published) (?:first )?(?:on|in|by|at) [^.]{2,60}\.?/giu,
  },
  {
    signs: ['read more', 'also read', 'read also', 'related', 'see also', 'you may also like', 'recommended'],
    pattern:
      /\b(?:Read more|Also read|Read also|Related|Related reading|See also|You may also like|Recommended)\s*: ?[^.]{3,160}(?:\.|$)/gimu,
  },
  { signs: ['featured image'], pattern: /\bFeatured image (?:from|by|via|created)[^.]{0,120}/giu },
];
const MIN_NAME_CHARS = 4;
const DOMAIN_ENDING = /\.(?:com|net|org|io|co|news|media|info|xyz)$/i;
/** A feed's articles come one after the other, and have one source. */
const MAX_KEPT_NAMES = 200;
/** Letters that a search in any case takes for plain ones: ſ for s, the Kelvin sign for k. */
const FOLDED = /[\u017f\u212a]/;
const PLAIN = /^[\u0020-\u007e]*$/;

/**
 * Blanks out noise and the publisher's own name, keeping every offset.
 * @param isTokenName keeps a publisher called plainly "Bitcoin" from erasing the word.
 */
export function maskNoise(text: string, sourceName: string, isTokenName: (name: string) => boolean): string {
  const lower = text.toLowerCase();
  let masked = text;
  for (const { signs, pattern } of NOISE) {
    if (signs.some((sign) => lower.includes(sign))) masked = masked.replace(pattern, blank);
  }
  for (const { name, opening, pattern } of spellingsOf(sourceName)) {
    const mayStand = opening === undefined || lower.includes(opening) || FOLDED.test(text);
    if (mayStand && !isTokenName(name)) masked = masked.replace(pattern, blank);
  }
  return masked;
}

const kept = new Map<string, readonly Spelling[]>();

function spellingsOf(sourceName: string): readonly Spelling[] {
  const known = kept.get(sourceName);
  if (known) return known;
  if (kept.size >= MAX_KEPT_NAMES) kept.clear();
  const spellings = sourceSpellings(sourceName).map((name) => ({
    name,
    opening: PLAIN.test(name) ? name.toLowerCase().split(' ')[0] : undefined,
    pattern: toPattern(name),
  }));
  kept.set(sourceName, spellings);
  return spellings;
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

interface Spelling {
  readonly name: string;
  /** Its first word in lower case, where that can be looked for as it stands. */
  readonly opening: string | undefined;
  readonly pattern: RegExp;
}
