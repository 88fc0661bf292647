/** A whole that is this little longer than what was asked for stays whole. */
const LITTLE_MORE = 1.15;
/** Rather the middle of a sentence than less than half of what was asked for. */
const MIN_SHARE = 0.5;
// Our own writer wrote it: each `<` begins a tag, each `>` ends one, and elements are closed in their order.
const TOKEN = /<(\/?)([a-z][a-z0-9]*)[^>]*>|[^<]+/g;
const SENTENCE_END = /[.!?…](?:["”’»)]|&quot;)*(?=\s|$)|[。！？؟](?:["”’」』）]|&quot;)*/g;
const WORD_END = /\S(?=\s)/g;
const BLOCK = /^(?:p|div|h[2-6]|li|ul|ol|dl|dd|dt|blockquote|pre|tr|table|figure|figcaption)$/;
const VOID = /^(?:br|hr|img)$/;
/** A heading with nothing below it promises what is not there. */
const LAST_HEADINGS = /(?:<h([2-6])>(?:(?!<\/h\1>)[^])*<\/h\1>\s*)+$/;

/**
 * A cleaned body's beginning of about `maxChars` characters of text, ended where a paragraph or a sentence does.
 * `undefined` where the whole is hardly longer than that.
 */
export function cutHtml(html: string, maxChars: number): string | undefined {
  const ends: End[] = [];
  const open: string[] = [];
  let chars = 0;
  for (const { 0: token, 1: slash, 2: name, index } of html.matchAll(TOKEN)) {
    if (name === undefined) {
      if (chars <= maxChars) ends.push(...endsWithin(token, { at: index, chars, open: [...open] }));
      chars += countChars(token);
      if (chars > maxChars * LITTLE_MORE) return cutAt(html, chooseEnd(ends, maxChars));
    } else if (slash !== '') {
      open.pop();
      if (BLOCK.test(name)) ends.push({ at: index + token.length, chars, open: [...open], kind: 'sentence' });
    } else if (!VOID.test(name)) open.push(name);
  }
  return undefined;
}

function endsWithin(text: string, start: Omit<End, 'kind'>): End[] {
  const found = (pattern: RegExp, kind: End['kind']) =>
    [...text.matchAll(pattern)].map((match): End => {
      const length = match.index + match[0].length;
      const chars = start.chars + countChars(text.slice(0, length));
      return { at: start.at + length, chars, open: start.open, kind };
    });
  return [...found(WORD_END, 'word'), ...found(SENTENCE_END, 'sentence')];
}

function chooseEnd(ends: readonly End[], maxChars: number): End | undefined {
  const fitting = ends.filter((end) => end.chars <= maxChars);
  const furthest = (kind: End['kind']) =>
    fitting.filter((end) => end.kind === kind).reduce<End | undefined>(further, undefined);
  const sentence = furthest('sentence');
  if (sentence && sentence.chars >= maxChars * MIN_SHARE) return sentence;
  return furthest('word') ?? sentence;
}

function further(far: End | undefined, end: End): End {
  return far && far.chars > end.chars ? far : end;
}

function cutAt(html: string, end: End | undefined): string {
  if (!end) return '';
  const kept = html.slice(0, end.at).replace(LAST_HEADINGS, '').trimEnd();
  const closing = end.open.toReversed().map((name) => `</${name}>`);
  return `${kept}${end.kind === 'word' ? '…' : ''}${closing.join('')}`;
}

/** A character reference is one character. */
function countChars(text: string): number {
  return text.replace(/&\w+;/g, '.').length;
}

/** A place where a text may end. */
interface End {
  /** In the HTML. */
  readonly at: number;
  /** Of text before it. */
  readonly chars: number;
  /** Elements to be closed there. */
  readonly open: readonly string[];
  readonly kind: 'sentence' | 'word';
}
