import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import type { ArticleImage } from '@/lib/model/article';
import { cleanHtml } from './clean-html';
import { blockText } from './block-text';
import type { EdgeLine } from './find-byline';
import { tidyLines, toKey, toLine } from './plain-text';
import { isDateLine } from './is-date-line';
import { isInvitation, splitTail, type AppearedFirst } from './tails';
import { undouble } from './undouble';
import { writeHtml } from './write-html';

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
/** A credit may stand above the text. */
const FIRST_BLOCKS = 2;
const HAS_BLOCKS = /<(?:p|div|h[2-6]|ul|ol|dl|table|blockquote|pre|figure)[\s>]/;
const MIN_LEAD_IMAGE_PIXELS = 100;
const SIZE_SUFFIX = /-\d{2,4}x\d{2,4}(?=\.\w+$)/;

export interface ShapedBody {
  readonly html: string;
  readonly text: string;
  /** The picture to show above the text; it no longer stands in it. */
  readonly image: ArticleImage | undefined;
  readonly tail: SyndicationTail | undefined;
  /** Its first and last lines, where credits stand. */
  readonly lines: readonly EdgeLine[];
}

export interface SyndicationTail extends AppearedFirst {
  /** Addresses the tail links to: of the article, then of the publisher. */
  readonly urls: readonly string[];
}

export interface BodyPlace {
  readonly title: string;
  /** Where relative addresses start from. */
  readonly base: string | undefined;
  /** The picture the feed names. */
  readonly imageUrl: string | undefined;
  /** Of a page: what stands above an article's text there and is shown beside its title here. */
  readonly above?: { readonly dek: string | undefined };
}

/**
 * A body as it is shown: clean, without its own title above it, its lede once, its lead picture, the syndication
 * tail and invitations to read on taken out.
 */
export function shapeBody(html: string, { title, base, imageUrl, above }: BodyPlace): ShapedBody {
  const clean = withParagraphs(cleanHtml(html, base));
  if (clean === '') return emptyBody(imageUrl);
  const body = parseDocument(clean);
  const written = leafBlocks(body);
  const tail = takeTail(written);
  const lines = toLines(written);
  dropInvitation(written);
  dropRepeatedTitle(written, title);
  if (above) dropShownAbove(written, above.dek);
  dropRepeatedLede(written);
  const image = takeLeadImage(body, imageUrl);
  dropEmpty(body);
  unwrap(body);
  return {
    html: writeHtml(body.children).trim(),
    text: tidyLines(blockText(body.children)),
    image,
    tail,
    lines,
  };
}

function emptyBody(imageUrl: string | undefined): ShapedBody {
  const image = imageUrl === undefined ? undefined : { url: imageUrl, alt: undefined };
  return { html: '', text: '', image, tail: undefined, lines: [] };
}

/** A text without any block becomes paragraphs at its empty lines. */
function withParagraphs(html: string): string {
  if (html === '' || HAS_BLOCKS.test(html)) return html;
  const paragraphs = html.split(/\n\s*\n|(?:<br \/>\s*){2,}/).filter((text) => text.trim() !== '');
  return paragraphs.map((text) => `<p>${text.trim()}</p>`).join('\n');
}

/** The blocks of text that hold no other such block and are not empty, in order. */
function leafBlocks(body: Body): Leaf[] {
  const isLeaf = (element: Block) =>
    LEAF_BLOCKS.has(element.name) &&
    !DomUtils.existsOne((inner) => LEAF_BLOCKS.has(inner.name) || inner.name === 'table', element.children);
  const leaves = DomUtils.findAll(isLeaf, body.children);
  return leaves.map((block) => ({ block, text: textOf(block) })).filter(({ text }) => text !== '');
}

function takeTail(leaves: Leaf[]): SyndicationTail | undefined {
  for (const leaf of leaves.slice(-LAST_BLOCKS).toReversed()) {
    const { text, tail } = splitTail(leaf.text);
    if (!tail) continue;
    const urls = linksOf(leaf.block);
    if (text === '') remove(leaf, leaves);
    else cutFrom(leaf.block, tail.sentence.slice(0, 9));
    leaf.text = text;
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

function toLines(leaves: readonly Leaf[]): EdgeLine[] {
  const toLineAt = (place: EdgeLine['place']) => (leaf: Leaf) => ({
    place,
    text: leaf.text,
    urls: linksOf(leaf.block),
  });
  const opening = leaves.slice(0, FIRST_BLOCKS).map(toLineAt('opening'));
  const rest = leaves.slice(FIRST_BLOCKS).slice(-LAST_BLOCKS);
  return [...opening, ...rest.map(toLineAt('closing'))];
}

function dropInvitation(leaves: Leaf[]): void {
  const last = leaves.at(-1);
  if (last && leaves.length > 1 && isInvitation(last.text)) remove(last, leaves);
}

function dropRepeatedTitle(leaves: Leaf[], title: string): void {
  const [first] = leaves;
  if (first && toKey(first.text) === toKey(title)) remove(first, leaves);
}

/** A page has its standfirst and a line of author and date between the title and the text. */
function dropShownAbove(leaves: Leaf[], dek: string | undefined): void {
  for (const leaf of leaves.slice(0, FIRST_BLOCKS)) {
    const isDek = dek !== undefined && toKey(leaf.text) === toKey(dek);
    if (leaves.length > 1 && (isDek || isDateLine(leaf.text))) remove(leaf, leaves);
  }
}

/** The opening stands twice in some feeds: as two paragraphs, or glued together in one. */
function dropRepeatedLede(leaves: Leaf[]): void {
  const [first, second] = leaves;
  if (!first) return;
  if (second && toKey(first.text) === toKey(second.text)) remove(second, leaves);
  const once = undouble(first.text);
  if (once === first.text) return;
  for (const node of [...first.block.children]) DomUtils.removeElement(node);
  for (const node of parseDocument(escapeText(once)).children) DomUtils.appendChild(first.block, node);
}

function remove(leaf: Leaf, leaves: Leaf[]): void {
  DomUtils.removeElement(leaf.block);
  leaves.splice(leaves.indexOf(leaf), 1);
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
    if (!holdsSomething(element.children)) DomUtils.removeElement(element);
  }
}

/** An element around everything says nothing. */
function unwrap(body: Body): void {
  for (;;) {
    const [only, ...others] = body.children.filter(
      (node) => node.type !== ElementType.Text || node.data.trim() !== '',
    );
    if (others.length > 0 || only?.type !== ElementType.Tag || only.name !== 'div') return;
    if (!only.children.some(isBlock)) return;
    DomUtils.removeElement(only);
    for (const node of [...only.children]) DomUtils.appendChild(body, node);
  }
}

function isBlock(node: Block['children'][number]): boolean {
  return node.type === ElementType.Tag && HAS_BLOCKS.test(`<${node.name}>`);
}

function holdsSomething(nodes: Block['children']): boolean {
  return nodes.some((node) => {
    if (node.type === ElementType.Text) return /[^\s]/.test(node.data);
    if (node.type !== ElementType.Tag) return false;
    return CONTENT_WITHOUT_TEXT.has(node.name) || holdsSomething(node.children);
  });
}

function linksOf(block: Block): string[] {
  return DomUtils.getElementsByTagName('a', block).flatMap((link) => link.attribs['href'] ?? []);
}

function textOf(element: Block): string {
  return DomUtils.textContent(element).replace(/\s+/g, ' ').trim();
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

type Body = ReturnType<typeof parseDocument>;
type Block = ReturnType<typeof DomUtils.getElementsByTagName>[number];

interface Leaf {
  readonly block: Block;
  text: string;
}
