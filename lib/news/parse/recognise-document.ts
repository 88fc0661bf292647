/** How far into a document its root is looked for: prologs and error notices of a server may stand before it. */
const MAX_PROLOG_CHARS = 200_000;

/** What a text is, by its first meaningful element. */
export type DocumentKind =
  | { readonly kind: 'xml-feed'; readonly root: FeedRoot; readonly start: number }
  | { readonly kind: 'json' }
  | { readonly kind: 'html' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'text' }
  | { readonly kind: 'other-xml'; readonly root: string };

export type FeedRoot = 'rss' | 'rdf' | 'atom' | 'channel';

const FEED_ROOTS: Readonly<Record<string, FeedRoot>> = {
  rss: 'rss',
  rdf: 'rdf',
  feed: 'atom',
  channel: 'channel',
};
const HTML_ROOTS = new Set(['html', 'head', 'body', 'script', 'meta']);
const NOTE_ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>', '<!': '>' };
const MARKUP_START = /<(?:!--|\?|!|(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*))/g;

/** Finds the root of a feed, past comments, prologs, document types and notices a server left before it. */
export function recogniseDocument(text: string): DocumentKind {
  const head = text.slice(0, MAX_PROLOG_CHARS);
  const first = /[^\s\uFEFF]/.exec(head)?.[0];
  if (first === undefined) return { kind: 'empty' };
  if (first === '{' || first === '[') return { kind: 'json' };
  let outermost: string | undefined;
  for (const { name, start } of elementsOf(head)) {
    const root = rootOf(name, outermost);
    if (root !== undefined) return { kind: 'xml-feed', root, start };
    if (HTML_ROOTS.has(name)) return { kind: 'html' };
    outermost ??= name;
  }
  return nameRootless(head, outermost, first);
}

/** Television programmes have channels too. */
function rootOf(name: string, outermost: string | undefined): FeedRoot | undefined {
  return name === 'channel' && outermost !== undefined ? undefined : FEED_ROOTS[name];
}

function nameRootless(head: string, outermost: string | undefined, first: string): DocumentKind {
  if (/<!doctype\s+html/i.test(head)) return { kind: 'html' };
  if (outermost !== undefined) return { kind: 'other-xml', root: outermost };
  return first === '<' ? { kind: 'empty' } : { kind: 'text' };
}

/** Opening elements in order, by local name in lower case, comments and declarations left out. */
function* elementsOf(head: string): Generator<{ name: string; start: number }> {
  const markup = new RegExp(MARKUP_START);
  const missing = new Set<string>();
  for (let match = markup.exec(head); match; match = markup.exec(head)) {
    const [opening, local] = match;
    if (local === undefined) markup.lastIndex = endOfNote(head, { opening, from: markup.lastIndex, missing });
    else yield { name: local.toLowerCase(), start: match.index };
  }
}

/** Where a comment, an instruction or a declaration ends; an end that is missing once is not looked for again. */
function endOfNote(
  head: string,
  { opening, from, missing }: { opening: string; from: number; missing: Set<string> },
): number {
  const end = NOTE_ENDS[opening] ?? '>';
  const at = missing.has(end) ? -1 : head.indexOf(end, from);
  if (at === -1) missing.add(end);
  return at === -1 ? from : at + end.length;
}
