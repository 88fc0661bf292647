import { parseOpml } from 'feedsmith';
import {
  BYTES_PER_MEGABYTE,
  MAX_LISTED_FEEDS,
  MAX_OPML_MEGABYTES,
  OPML_REFUSAL_WORDS,
  type ListedFeed,
  type OpmlRefusal,
} from '@/lib/model/opml-import';
import { decodeDocument } from '@/lib/news/decode-document';
import { explainOtherFile, isPacked } from './explain-other-file';
import { scanOutlines } from './scan-outlines';
import { toLabel, toListedFeed } from './to-listed-feed';

/** A parser takes 90 ms for a megabyte, the scan 10: beyond this only the scan reads. */
const MAX_PARSED_CHARS = 500_000;
const ROOT = /<opml[\s>]|<outline[\s/>]/i;

export type OpmlReading =
  | { readonly kind: 'list'; readonly title: string | undefined; readonly feeds: readonly ListedFeed[] }
  | { readonly kind: 'unreadable'; readonly reason: OpmlRefusal; readonly message: string };

/**
 * Bytes of an OPML file → the feeds it lists, in its order. Read by a parser, and by a tolerant scan of the text
 * wherever that finds more: not one line is lost to another that is broken.
 */
export async function readOpml(bytes: Uint8Array): Promise<OpmlReading> {
  if (bytes.length > MAX_OPML_MEGABYTES * BYTES_PER_MEGABYTE) return refuse('too-large');
  if (bytes.length === 0) return refuse('nothing');
  if (isPacked(bytes)) return refuse('archive');
  const text = await decodeDocument(bytes);
  const start = text.search(ROOT);
  if (start === -1) return refuse(explainOtherFile(text));
  const list = readList(text.slice(start));
  if (list.feeds.length === 0) return refuse('no-feeds');
  if (list.feeds.length > MAX_LISTED_FEEDS) return refuse('too-many');
  return { kind: 'list', ...list };
}

function readList(text: string): List {
  const scanned = scanOutlines(text);
  const parsed = text.length <= MAX_PARSED_CHARS ? parseStrictly(text) : undefined;
  return parsed && parsed.feeds.length >= scanned.feeds.length ? parsed : scanned;
}

/** `undefined` where the text is not well-formed enough for a parser. */
function parseStrictly(text: string): List | undefined {
  try {
    const { head, body } = parseOpml(text);
    return { title: toLabel({ text: head?.title }), feeds: flatten(body?.outlines ?? [], []) };
  } catch {
    return undefined;
  }
}

function flatten(outlines: readonly Outline[], folders: readonly string[]): ListedFeed[] {
  return outlines.flatMap(({ xmlUrl, htmlUrl, url, type, title, text, outlines: inner }) => {
    const feed = toListedFeed({ xmlurl: xmlUrl, htmlurl: htmlUrl, url, type, title, text }, folders);
    const label = feed ? undefined : toLabel({ title, text });
    const nested = inner ? flatten(inner, label === undefined ? folders : [...folders, label]) : [];
    return feed ? [feed, ...nested] : nested;
  });
}

function refuse(reason: OpmlRefusal): OpmlReading {
  return { kind: 'unreadable', reason, message: OPML_REFUSAL_WORDS[reason] };
}

type List = Omit<Extract<OpmlReading, { kind: 'list' }>, 'kind'>;
type Outline = NonNullable<NonNullable<ReturnType<typeof parseOpml>['body']>['outlines']>[number];
