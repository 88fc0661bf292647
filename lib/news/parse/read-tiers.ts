import type { ParseTier } from '@/lib/model/parsed-feed';
import type { FeedContent } from './feed-content';
import { itemStarts } from './limit-items';
import { readAtom } from './read-atom';
import { readRss } from './read-rss';
import { MAX_ITEMS, readXml, TooMuchError, type XmlReading } from './read-xml';
import type { FeedRoot } from './recognise-document';
import { repairXml } from './repair-xml';
import { OrderLostError } from './xml-element';

/** What lies behind is left out: repairing takes time, and so does reading what was torn. */
const MAX_REPAIRED_CHARS = 2_000_000;
/** A single item of this size is no item. */
const MAX_SALVAGED_CHARS = 100_000;
/** In a longer document, a name or a tag that may keep the reader busy for seconds is looked for first. */
const MIN_SUSPECT_CHARS = 200_000;
const ENDLESS_TAG = /<[^<>"'!]{20000}/;
const XHTML_MARK = /type\s*=\s*["'](?:xhtml|application\/xhtml)/i;

type TieredReading =
  | { readonly kind: 'content'; readonly tier: ParseTier; readonly content: FeedContent }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly isTooMuch: boolean };

/** A feed's XML → its content, by the gentlest means that will do: as it stands, repaired, forgiven, item by item. */
export async function readTiers(
  xml: string,
  written: FeedRoot,
  url: string | undefined,
): Promise<TieredReading> {
  const root = written === 'channel' ? 'rss' : written;
  const strict = await readStrictly(xml, root, url);
  if (strict.kind === 'content') return strict;
  const text = xml.slice(0, MAX_REPAIRED_CHARS);
  const expected = Math.min(itemStarts(text).length, MAX_ITEMS);
  let best: TieredReading | undefined;
  const ways = strict.isTooMuch ? [readItemByItem] : [readRepaired, readLoosely, readItemByItem];
  for (const read of ways) {
    const reading = await read(text, root, url);
    if (reading.kind === 'content' && countOf(reading) > countOf(best)) best = reading;
    // A torn item or two may be missing; more means that the tear was mended in the wrong place.
    if (best && countOf(best) * 2 >= expected) break;
  }
  return best ?? strict;
}

async function readStrictly(xml: string, root: FeedRoot, url: string | undefined): Promise<TieredReading> {
  if (isEndless(xml)) return { kind: 'unreadable', reason: 'a tag in it does not end', isTooMuch: false };
  const keepOrder = xml.includes('xhtml') && XHTML_MARK.test(xml);
  return attempt(['strict', 'ordered'], xml, { root, url, keepOrder });
}

/** A tag or an instruction without its end: the reader would go through the rest letter by letter. */
function isEndless(xml: string): boolean {
  if (xml.length < MIN_SUSPECT_CHARS) return false;
  return xml.lastIndexOf('<?') > xml.lastIndexOf('?>') || ENDLESS_TAG.test(xml);
}

async function readRepaired(text: string, root: FeedRoot, url: string | undefined): Promise<TieredReading> {
  return attempt(['repaired'], repairXml(text), { root, url });
}

/** As a browser reads tag soup; what is open at the end is closed. */
async function readLoosely(text: string, root: FeedRoot, url: string | undefined): Promise<TieredReading> {
  const [, opened = ''] = /^<([\w:.-]+)/.exec(text) ?? [];
  return attempt(['loose'], `${text}</${opened}>`, { root, url, isLoose: true });
}

/** Each item repaired and read by itself, so that one beyond help costs no other. */
async function readItemByItem(text: string, root: FeedRoot, url: string | undefined): Promise<TieredReading> {
  const starts = itemStarts(text).slice(0, MAX_ITEMS);
  const head = text.slice(0, Math.min(starts[0] ?? Infinity, MAX_SALVAGED_CHARS));
  // rss-parser takes a root without any element for no feed.
  const frame = await attempt(['salvaged'], repairXml(`${head}<x/>`), { root, url });
  if (frame.kind === 'unreadable') return frame;
  const [opening = ''] = /^<[^<>]*>/.exec(text) ?? [];
  const start = opening + { rss: '<channel>', channel: '<channel>', rdf: '<channel/>', atom: '' }[root];
  const items: FeedContent['items'][number][] = [];
  for (const [index, from] of starts.entries()) {
    const piece = text.slice(from, Math.min(starts[index + 1] ?? Infinity, from + MAX_SALVAGED_CHARS));
    const reading = await attempt(['salvaged'], repairXml(start + piece), { root, url });
    if (reading.kind === 'content') items.push(...reading.content.items);
  }
  return { ...frame, content: { ...frame.content, items } };
}

/** Once more with the order kept, where markup stands open in a text. */
async function attempt(
  [tier, orderedTier = tier]: readonly [ParseTier, ParseTier?],
  xml: string,
  how: Attempt,
): Promise<TieredReading> {
  try {
    const content = await readContent(xml, how);
    return { kind: 'content', tier: how.keepOrder ? orderedTier : tier, content };
  } catch (error) {
    if (error instanceof OrderLostError) return attempt([orderedTier], xml, { ...how, keepOrder: true });
    return { kind: 'unreadable', reason: wordsOf(error), isTooMuch: error instanceof TooMuchError };
  }
}

async function readContent(xml: string, { url, ...reading }: Attempt): Promise<FeedContent> {
  const read = reading.root === 'atom' ? readAtom : readRss;
  return read(await readXml(xml, reading), url);
}

function countOf(reading: TieredReading | undefined): number {
  return reading?.kind === 'content' ? reading.content.items.length : -1;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Attempt = XmlReading & { readonly url: string | undefined };
