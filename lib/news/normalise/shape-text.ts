import type { ArticleImage } from '@/lib/model/article';
import type { ParsedItem } from '@/lib/model/parsed-feed';
import { clip, toKey } from './plain-text';
import type { EdgeLine } from './find-byline';
import { shapeBody, type BodyPlace, type ShapedBody, type SyndicationTail } from './shape-body';
import { splitTail, trimInvitation } from './tails';
import { shareRepeated, undouble } from './undouble';

const MAX_DEK_CHARS = 400;
/** What ends in "[…]" is an excerpt up to this length, however long for one. */
const MAX_EXCERPT_CHARS = 1_500;
const CUT_OFF = /\[\s*(?:…|\.{3})\s*\]$/;
const MAX_READ_CHARS = 2_000;
const CLEARLY_MORE = 1.5;
/** A text up to this length with a single paragraph is a standfirst; a longer one is a body. */
const MAX_STANDFIRST_CHARS = 350;
/** From this share on, a standfirst says nothing that the body's beginning does not. */
const REPEATED_SHARE = 0.7;

export interface ShapedText {
  readonly dek: string | undefined;
  readonly bodyHtml: string | undefined;
  readonly bodyText: string;
  readonly image: ArticleImage | undefined;
  readonly tail: SyndicationTail | undefined;
  /** Of the text that stays: its first and last lines. */
  readonly lines: readonly EdgeLine[];
}

/** Decides what of an item's two texts is its standfirst and what its body, so that nothing is shown twice. */
export function shapeText(item: Pick<ParsedItem, 'summary' | 'content'>, place: BodyPlace): ShapedText {
  const content = shapeBody(item.content ?? '', place);
  const summary = shapeBody(item.summary ?? '', place);
  const body = [content, summary].filter(isBody).reduce<ShapedBody | undefined>(fullerOf, undefined);
  const image = content.image ?? summary.image;
  const tail = content.tail ?? summary.tail;
  if (!body) {
    const { text, lines } = longerOf(summary, content);
    return { dek: toDek(text, place.title, ''), ...NO_BODY, image, tail, lines };
  }
  const dek = body === summary ? undefined : toDek(summary.text, place.title, body.text);
  return { dek, bodyHtml: body.html, bodyText: body.text, image, tail, lines: body.lines };
}

const NO_BODY = { bodyHtml: undefined, bodyText: '' };

/** The feed's own choice of body, unless its description tells clearly more. */
function fullerOf(content: ShapedBody | undefined, other: ShapedBody): ShapedBody {
  return content && other.text.length < content.text.length * CLEARLY_MORE ? content : other;
}

function longerOf(a: ShapedBody, b: ShapedBody): ShapedBody {
  return b.text.length > a.text.length ? b : a;
}

function isBody({ text, html }: ShapedBody): boolean {
  if (text === '' || (CUT_OFF.test(text) && text.length < MAX_EXCERPT_CHARS)) return false;
  return (
    text.length > MAX_STANDFIRST_CHARS ||
    text.split('\n').length > 2 ||
    /<(?:h[2-6]|li|table)[\s>]/.test(html)
  );
}

/** The standfirst in plain text; nothing where it repeats the title or the body's own beginning. */
function toDek(text: string, title: string, bodyText: string): string | undefined {
  const opening = text.slice(0, MAX_READ_CHARS).replaceAll('\n', ' ');
  const once = undouble(trimInvitation(splitTail(opening).text));
  const dek = trimInvitation(withoutTitle(once, title));
  if (toKey(dek) === '' || toKey(dek) === toKey(title)) return undefined;
  if (bodyText !== '' && shareRepeated(dek, bodyText) >= REPEATED_SHARE) return undefined;
  return clip(dek, MAX_DEK_CHARS);
}

/** Some feeds put the title before the excerpt. */
function withoutTitle(text: string, title: string): string {
  if (!text.toLowerCase().startsWith(title.toLowerCase())) return text;
  const rest = text.slice(title.length);
  return /^[\s.:|–—-]+\S/.test(rest) ? rest.replace(/^[\s.:|–—-]+/, '') : text;
}
