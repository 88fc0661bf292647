import { createHash } from 'node:crypto';

const MAX_LETTERS = 3;
/** By number of letters, in units of the 24-unit square. */
const LETTER_SIZES = [13, 10, 7.5];

/** The first letters of a symbol on a plate, always the same for the same token. */
export function drawMonogram(symbol: string, tokenId: string): string {
  const letters = [...symbol.replace(/[^\p{L}\p{N}]/gu, '')].slice(0, MAX_LETTERS);
  const size = LETTER_SIZES[letters.length - 1] ?? 13;
  const text =
    `<text x="12" y="12" dy=".35em" text-anchor="middle" fill="#fff" font-family="system-ui,sans-serif" ` +
    `font-size="${size}" font-weight="600">${letters.join('')}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">${plate(tokenId)}${text}</svg>`;
}

/** A drawing in white, set before a plate. */
export function putOnPlate(svg: string, tokenId: string): string {
  return svg.replace(/^(<svg\b[^>]*>)/, (opening) => opening + plate(tokenId));
}

/** Muted, so that it stands back behind real logos; dark enough for white letters in any hue. */
function plate(tokenId: string): string {
  const hue = createHash('sha256').update(tokenId).digest().readUInt16BE(0) % 360;
  return `<path fill="hsl(${hue} 22% 38%)" d="M24 0H0v24h24z"/>`;
}
