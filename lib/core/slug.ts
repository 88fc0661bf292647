const MAX_SLUG_CHARS = 80;

/** Words of any script joined by hyphens: `"Solana (SOL) tops $200"` → `"solana-sol-tops-200"`. May be empty. */
export function toSlug(text: string): string {
  const slug = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...slug].slice(0, MAX_SLUG_CHARS).join('').replace(/-+$/, '');
}
