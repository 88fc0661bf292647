import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import type { ArticleImage } from '@/lib/model/article';
import { cleanHtml } from './clean-html';
import { toKey, toLine, toPlainText } from './plain-text';
import { splitTail, type AppearedFirst } from './tails';
import { undouble } from './undouble';

const LEAF_BLOCKS = new Set(['p', 'div', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'blockquote']);
const MAY_NOT_BE_EMPTY = new Set([
  ...LEAF_BLOCKS,
  'a',
  'strong',
  'b',
  'em',
  'i',
  'u',
  'ul',
  'ol',
  'figure',
  'figcaption',
  'td',
]);
const CONTENT_WITHOUT_TEXT = new Set(['img', 'hr', 'table']);
/** The tail stands in one of the last blocks, behind which a signature or a picture may follow. */
const LAST_BLOCKS = 4;
const HAS_BLOCKS = /<(?:p|div|h[2-6]|ul|ol|dl|table|blockquote|pre|figure)[\s>]/;
const MIN_LEAD_IMAGE_PIXELS = 100;
const SIZE_SUFFIX = /-\d{2,4}x\d{2,4}(?=\.\w+$)/;

export interface ShapedBody {
  readonly html: string;
  readonly text: string;
  /** The picture to show above the text; it no longer stands in it. */
  readonly image: ArticleImage | undefined;
  readonly tail: SyndicationTail | undefined;
}

export interface SyndicationTail extends AppearedFirst {
  /** Addresses the tail links to: of the article, then of the publisher. */
  readonly urls: readonly string[];
}

/**
 * A body as it is shown: clean, without its own title above it, its lede once, its lead picture and the
 * syndication tail taken out.
 */
export function shapeBody(
  html: string,
  { title, base, imageUrl }: { title: string; base: string | undefined; imageUrl: string | undefined },
): ShapedBody {
  const body = parseDocument(withParagraphs(cleanHtml(html, base)));
  const tail = takeTail(body);
  dropRepeatedTitle(body, title);
  dropRepeatedLede(body);
  const image = takeLeadImage(body, imageUrl);
  dropEmpty(body);
  const shaped = DomUtils.getInnerHTML(body, { encodeEntities: 'utf8' }).trim();
  return { html: shaped, text: toPlainText(shaped), image, tail };
}

/** A text without any block becomes paragraphs at its empty lines. */
function withParagraphs(html: string): string {
  if (html === '' || HAS_BLOCKS.test(html)) return html;
  const paragraphs = html.split(/\n\s*\n|(?:<br \/>\s*){2,}/).filter((text) => text.trim() !== '');
  return paragraphs.map((text) => `<p>${text.trim()}</p>`).join('\n');
}

function takeTail(body: Body): SyndicationTail | undefined {
  for (const block of leafBlocks(body).slice(-LAST_BLOCKS).toReversed()) {
    const { text, tail } = splitTail(textOf(block));
    if (!tail) continue;
    const urls = DomUtils.getElementsByTagName('a', block).flatMap((link) => link.attribs['href'] ?? []);
    if (text === '') DomUtils.removeElement(block);
    else cutFrom(block, tail.sentence.slice(0, 9));
    return { ...tail, urls: urls.slice(-2) };
  }
  return undefined;
}

/** Removes the last text that holds `opening`, from there, and what follows it. */
function cutFrom(block: Block, opening: string): void {
  for (const node of block.children.toReversed()) {
    const at = node.type === ElementType.Text ? node.data.lastIndexOf(opening) : -1;
    if (node.type === ElementType.Text && at !== -1) {
      node.data = node.data.slice(0, at).trimEnd();
      return;
    }
    DomUtils.removeElement(node);
  }
}

function dropRepeatedTitle(body: Body, title: string): void {
  const [first] = leafBlocks(body).filter((block) => textOf(block) !== '');
  if (first && toKey(textOf(first)) === toKey(title)) DomUtils.removeElement(first);
}

/** The opening stands twice in some feeds: as two paragraphs, or glued together in one. */
function dropRepeatedLede(body: Body): void {
  const [first, second] = leafBlocks(body).filter((block) => textOf(block) !== '');
  if (!first) return;
  if (second && toKey(textOf(first)) === toKey(textOf(second))) DomUtils.removeElement(second);
  const text = textOf(first);
  const once = undouble(text);
  if (once === text) return;
  for (const node of [...first.children]) DomUtils.removeElement(node);
  for (const node of parseDocument(escapeText(once)).children) DomUtils.appendChild(first, node);
}

/** The picture the feed names, else the first of the body that is large enough; taken out of the body. */
function takeLeadImage(body: Body, named: string | undefined): ArticleImage | undefined {
  const pictures = DomUtils.getElementsByTagName('img', body);
  const lead =
    named === undefined
      ? pictures.find(isLargeEnough)
      : pictures.find((picture) => imageKey(picture.attribs['src'] ?? '') === imageKey(named));
  if (lead) DomUtils.removeElement(lead);
  const url = named ?? lead?.attribs['src'];
  const alt = toLine(lead?.attribs['alt'] ?? '');
  return url === undefined ? undefined : { url, alt: alt === '' ? undefined : alt };
}

function isLargeEnough(picture: Block): boolean {
  const { width, height } = picture.attribs;
  return [width, height].every((side) => side === undefined || Number(side) >= MIN_LEAD_IMAGE_PIXELS);
}

/** One picture in several sizes has one name. */
function imageKey(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  return (path.split('/').at(-1) ?? path).replace(SIZE_SUFFIX, '').toLowerCase();
}

/** Innermost first, so that what holds nothing but empty elements goes too. */
function dropEmpty(body: Body): void {
  const elements = DomUtils.findAll((element) => MAY_NOT_BE_EMPTY.has(element.name), body.children);
  for (const element of elements.toReversed()) {
    const holds = DomUtils.existsOne((inner) => CONTENT_WITHOUT_TEXT.has(inner.name), element.children);
    if (!holds && textOf(element) === '') DomUtils.removeElement(element);
  }
}

function leafBlocks(body: Body): Block[] {
  const isLeaf = (element: Block) =>
    LEAF_BLOCKS.has(element.name) &&
    !DomUtils.existsOne((inner) => LEAF_BLOCKS.has(inner.name) || inner.name === 'table', element.children);
  return DomUtils.findAll(isLeaf, body.children);
}

function textOf(element: Block): string {
  return DomUtils.textContent(element).replace(/\s+/g, ' ').trim();
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

type Body = ReturnType<typeof parseDocument>;
type Block = ReturnType<typeof DomUtils.getElementsByTagName>[number];
