import { gunzipSync } from 'node:zlib';
import type { NotAFeed, ParsedFeed } from '@/lib/model/parsed-feed';
import { cleanCharacters, cleanReferences } from './clean-characters';
import { decodeText } from './decode-text';
import { expandEntities } from './expand-entities';
import { explainNonFeed } from './explain-non-feed';
import type { FeedContent } from './feed-content';
import { limitItems } from './limit-items';
import { readJsonFeed } from './read-json-feed';
import { readTiers } from './read-tiers';
import { MAX_ITEMS } from './read-xml';
import { recogniseDocument, type FeedRoot } from './recognise-document';

const MAX_REASON_CHARS = 120;
/** As of any other document. */
const MAX_UNPACKED_BYTES = 8_000_000;
/**
 * Bytes of a stranger's document → a feed, or what they are instead.
 * @param headers the answer's `Content-Type` and the address it came from, where known.
 */
export async function parseFeed(
  bytes: Uint8Array,
  headers: { readonly contentType?: string | undefined; readonly url?: string | undefined } = {},
): Promise<ParsedFeed | NotAFeed> {
  const { text, charset } = await decodeText(unpacked(bytes), headers.contentType);
  const document = recogniseDocument(text);
  if (document.kind === 'json') {
    const content = readJsonFeed(text, headers.url);
    return content
      ? toFeed(content, { format: 'json', tier: 'strict', charset })
      : explainNonFeed(document, text, headers.url);
  }
  if (document.kind !== 'xml-feed') return explainNonFeed(document, text, headers.url);
  const { root, start } = document;
  const xml = withSkeleton(limitItems(cutToRoot(text, start)), root);
  const reading = await readTiers(expandEntities(xml, text.slice(0, start)), root, headers.url);
  if (reading.kind === 'unreadable') return toDamaged(reading.reason);
  const format = root === 'atom' ? 'atom' : root === 'rdf' ? 'rdf' : 'rss';
  return toFeed(reading.content, { format, tier: reading.tier, charset });
}

/** A server may hand out `feed.xml.gz` as it lies on its disk, without saying so. */
function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES });
  } catch {
    return bytes;
  }
}

/** Leaves out what a server printed before and after the document, and the characters no XML may hold. */
function cutToRoot(text: string, start: number): string {
  const end = text.lastIndexOf('>');
  return cleanReferences(cleanCharacters(text.slice(start, end === -1 ? undefined : end + 1)));
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

function toDamaged(reason: string): NotAFeed {
  const words = reason.split('\n')[0]?.slice(0, MAX_REASON_CHARS) ?? '';
  return {
    kind: 'not-a-feed',
    reason: 'damaged',
    message: `The document begins like a feed but cannot be read: ${words}.`,
    feedLinks: [],
  };
}
