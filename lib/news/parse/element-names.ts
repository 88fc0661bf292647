import type { FeedRoot } from './recognise-document';

/** Everything but the skeleton of a feed is handed through under this prefix, out of rss-parser's reach. */
export const HANDED_THROUGH = 'x:';

/** The elements rss-parser walks by itself. */
const SKELETON = new Set(['rss', 'channel', 'item', 'feed', 'entry', 'rdf:rdf']);

const ATOM = 'atom:';
const CORE = '';
/** Namespace addresses, in lower case and without a closing slash → the prefix we know them by. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://purl.org/rss/1.0': CORE,
  'http://my.netscape.com/rdf/simple/0.9': CORE,
  'http://channel.netscape.com/rdf/simple/0.9': CORE,
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': CORE,
  'http://purl.org/net/rss1.1#': CORE,
  'http://backend.userland.com/rss': CORE,
  'http://backend.userland.com/rss2': CORE,
  'http://backend.userland.com/rss191': CORE,
  'http://blogs.law.harvard.edu/tech/rss': CORE,
  'http://www.w3.org/2005/atom': ATOM,
  'http://purl.org/atom/ns#': ATOM,
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf:',
  'http://purl.org/rss/1.0/modules/content': 'content:',
  'http://purl.org/rss/1.0/modules/syndication': 'sy:',
  'http://purl.org/dc/elements/1.0': 'dc:',
  'http://purl.org/dc/elements/1.1': 'dc:',
  'http://purl.org/dc/terms': 'dcterms:',
  'http://search.yahoo.com/mrss': 'media:',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes:',
  'http://www.itunes.com/dtds/podcast-1.0': 'itunes:',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner:',
  'http://www.w3.org/1999/xhtml': 'xhtml:',
};

const DECLARATION = /xmlns:([A-Za-z_][\w.-]{0,60})\s*=\s*["']\s*([^"'<>]{1,300}?)\s*["']/y;
const DECLARATION_START = 'xmlns:';
const MAX_DECLARATIONS = 1_000;

/** Names of elements as they are asked for: all those mean the same, the first is the best. */
export type ElementNames = readonly string[];

/** The names under which elements come through, made once for each question: `elementNames('title', 'dc:title')`. */
export function elementNames(...names: readonly string[]): ElementNames {
  return names.map((name) => HANDED_THROUGH + name);
}

/** A document's own prefixes → ours. What is not declared, or not known, keeps its prefix. */
export type Prefixes = ReadonlyMap<string, string>;

export function readPrefixes(text: string, root: FeedRoot): Prefixes {
  const prefixes = new Map<string, string>([['atom', root === 'atom' ? CORE : ATOM]]);
  let at = text.indexOf(DECLARATION_START);
  for (let count = 0; at !== -1 && count < MAX_DECLARATIONS; count += 1) {
    DECLARATION.lastIndex = at;
    const [, prefix = '', address = ''] = DECLARATION.exec(text) ?? [];
    const known = NAMESPACES[toNamespaceKey(address)];
    if (known !== undefined)
      prefixes.set(prefix.toLowerCase(), known === ATOM && root === 'atom' ? CORE : known);
    at = text.indexOf(DECLARATION_START, at + DECLARATION_START.length);
  }
  return prefixes;
}

/** Publishers turn the addresses of namespaces into `https:` and lose or add a slash. */
function toNamespaceKey(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https:/, 'http:')
    .replace(/\/$/, '');
}

/** `<Media:Title>` → `x:media:title`, `<rss:item>` → `item`, `<RDF>` in RDF's namespace → `rdf:RDF`. */
export function toHandedName(raw: string, prefixes: Prefixes): string {
  const name = toKnownName(raw, prefixes);
  if (name === 'rdf:rdf') return 'rdf:RDF';
  return SKELETON.has(name) ? name : `${HANDED_THROUGH}${name}`;
}

/** The element name as the rest of this folder says it: lower case, our prefix. */
function toKnownName(raw: string, prefixes: Prefixes): string {
  const name = raw.toLowerCase();
  const colon = name.indexOf(':');
  if (colon === -1) return name === 'rdf' ? 'rdf:rdf' : name;
  const prefix = prefixes.get(name.slice(0, colon));
  return prefix === undefined ? name : prefix + name.slice(colon + 1);
}
