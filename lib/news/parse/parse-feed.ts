import type { NotAFeed, ParsedFeed, ParseTier } from '@/lib/model/parsed-feed';
import { decodeText } from './decode-text';
import { explainNonFeed } from './explain-non-feed';
import { readAtom } from './read-atom';
import { readJsonFeed } from './read-json-feed';
import { readRss, type FeedContent } from './read-rss';
import { readXml } from './read-xml';
import { recogniseDocument, type FeedRoot } from './recognise-document';
import { repairXml } from './repair-xml';
import { OrderLostError } from './xml-element';

const MAX_ITEMS = 1_000;
const MAX_REASON_CHARS = 120;
/** Repairing costs a second a megabyte; what lies behind is left out. */
const MAX_REPAIRED_CHARS = 2_000_000;
/** What XML forbids; some publishing systems let it through. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/g;

/**
 * Bytes of a stranger's document → a feed, or what they are instead.
 * @param headers the answer's `Content-Type` and the address it came from, where known.
 */
export async function parseFeed(
  bytes: Uint8Array,
  headers: { readonly contentType?: string | undefined; readonly url?: string | undefined } = {},
): Promise<ParsedFeed | NotAFeed> {
  const { text, charset } = decodeText(bytes, headers.contentType);
  const document = recogniseDocument(text);
  if (document.kind === 'json') {
    const content = readJsonFeed(text, headers.url);
    return content
      ? toFeed(content, { format: 'json', tier: 'strict', charset })
      : explainNonFeed(document, text, headers.url);
  }
  if (document.kind !== 'xml-feed') return explainNonFeed(document, text, headers.url);
  return parseXml(cutToRoot(text, document.start), document.root, { charset, url: headers.url });
}

/** The strict reading first; repairs only for what it refuses. */
async function parseXml(
  xml: string,
  root: FeedRoot,
  { charset, url }: { charset: string; url: string | undefined },
): Promise<ParsedFeed | NotAFeed> {
  const format = root === 'atom' ? 'atom' : root === 'rdf' ? 'rdf' : 'rss';
  const whole = withSkeleton(xml, root);
  const readRoot = root === 'channel' ? 'rss' : root;
  const strict = await tryReading(whole, readRoot, url);
  if (strict.kind === 'content') return toFeed(strict.content, { format, tier: strict.tier, charset });
  const repaired = await tryReading(repairXml(whole.slice(0, MAX_REPAIRED_CHARS)), readRoot, url);
  if (repaired.kind === 'content') return toFeed(repaired.content, { format, tier: 'repaired', charset });
  const reason = strict.reason.split('\n')[0]?.slice(0, MAX_REASON_CHARS) ?? '';
  return {
    kind: 'not-a-feed',
    reason: 'damaged',
    message: `The document begins like a feed but cannot be read: ${reason}.`,
    feedLinks: [],
  };
}

async function tryReading(xml: string, root: FeedRoot, url: string | undefined): Promise<Reading> {
  const read = root === 'atom' ? readAtom : readRss;
  try {
    return { kind: 'content', tier: 'strict', content: read(await readXml(xml, root, false), url) };
  } catch (error) {
    if (!(error instanceof OrderLostError)) return { kind: 'unreadable', reason: wordsOf(error) };
  }
  try {
    return { kind: 'content', tier: 'ordered', content: read(await readXml(xml, root, true), url) };
  } catch (error) {
    return { kind: 'unreadable', reason: wordsOf(error) };
  }
}

/** Leaves out what a server printed before and after the document, and the characters no XML may hold. */
function cutToRoot(text: string, start: number): string {
  const end = text.lastIndexOf('>');
  return text.slice(start, end === -1 ? undefined : end + 1).replace(FORBIDDEN, '');
}

/** A bare channel gets a root around it, a root without a channel gets an empty one: both are feeds. */
function withSkeleton(xml: string, root: FeedRoot): string {
  if (root === 'channel') return `<rss>${xml}</rss>`;
  if (root === 'atom' || /<(?:[\w.-]+:)?channel[\s>/]/i.test(xml)) return xml;
  const [opening = ''] = /^<[^<>]*>/.exec(xml) ?? [];
  if (opening.endsWith('/>'))
    return `${opening.slice(0, -2)}><channel/></${root === 'rdf' ? 'rdf:RDF' : 'rss'}>`;
  return `${opening}<channel/>${xml.slice(opening.length)}`;
}

function toFeed(content: FeedContent, how: Pick<ParsedFeed, 'format' | 'tier' | 'charset'>): ParsedFeed {
  return { kind: 'feed', ...how, ...content, items: content.items.slice(0, MAX_ITEMS) };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Reading =
  | { readonly kind: 'content'; readonly tier: ParseTier; readonly content: FeedContent }
  | { readonly kind: 'unreadable'; readonly reason: string };
