import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import { BLOCKS } from './block-text';

const MAX_DECODINGS = 3;
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'form',
  'head',
]);
/** Invisible, and used to smuggle or to break comparison; joiners and direction marks that scripts need stay. */
const INVISIBLE =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/g;
/** No script puts more marks on a letter; a pile of them climbs out of its line. */
const STACKED_MARKS = /(\p{M}{6})\p{M}+/gu;
const VISIBLE = /[^\s\p{Cf}\p{M}]/u;
const LEFT_OVER_TAG = /<\/?(?:a|b|i|u|em|strong|span|p|br|sup|sub|font|mark|div|img)(?:\s[^<>]*)?\/?>/gi;

/** HTML → text: a line for each block, blanks collapsed, nothing of scripts and styles. */
export function toPlainText(html: string): string {
  if (!/[<&]/.test(html)) return tidyLines(html);
  let text = '';
  let silent = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (SILENT.has(name)) silent += 1;
      else if (BLOCKS.has(name)) text += '\n';
    },
    ontext(piece) {
      if (silent === 0) text += piece;
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      else if (BLOCKS.has(name)) text += '\n';
    },
  });
  parser.end(html);
  return tidyLines(text);
}

/** Text on one line, for titles and names: entities decoded however often they were escaped, tags gone. */
export function toLine(html: string): string {
  if (!/[<&]/.test(html)) return tidyLine(html);
  return tidyLine(decodeDeep(toPlainText(html)).replace(LEFT_OVER_TAG, ' '));
}

function tidyLine(text: string): string {
  const line = text.replace(INVISIBLE, '').replace(STACKED_MARKS, '$1').replace(/\s+/g, ' ').trim();
  return VISIBLE.test(line) ? line : '';
}

/** What is left of a text for comparing: its letters and digits in any script, without case. */
export function toKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** Cuts at a word and says so. */
export function clip(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const cut = cutWhole(text, maxChars);
  const space = cut.lastIndexOf(' ');
  return `${(space > maxChars * 0.6 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/, '')}…`;
}

/** Cuts, but never through the middle of a character. */
export function cutWhole(text: string, maxChars: number): string {
  return text.slice(0, maxChars).replace(/[\uD800-\uDBFF]$/, '');
}

/** `&amp;#039;` was escaped twice on its way; a lone `&` is itself. */
function decodeDeep(text: string): string {
  let decoded = text;
  for (let round = 0; round < MAX_DECODINGS && /&[#a-z]/i.test(decoded); round += 1) {
    const next = decodeHTML(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

/** Blanks collapsed, empty lines and what cannot be seen gone. */
export function tidyLines(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
