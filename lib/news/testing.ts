import { createServer, type ServerResponse } from 'node:http';
import type { CatalogueFeed } from '@/db/writes/seed-feeds';
import type { Source, SourceKind } from '@/lib/model/feed';
import type { SourceId } from '@/lib/model/ids';
import { listenOnLoopback } from '@/lib/system/testing';

/** A newsroom that writes of nothing but crypto. */
export const OUTLET: Source = {
  id: 'outlet' as SourceId,
  name: 'Outlet',
  siteUrl: 'https://outlet.example',
  language: 'en',
  country: undefined,
  kind: 'newsroom',
  cryptoOnly: true,
};

/** Answers one request; is told the validator it came with. */
type Page = (response: ServerResponse, etag: string | undefined) => void;

export interface Outlet {
  readonly base: string;
  readonly pages: Map<string, Page>;
  /** Lets a path answer with a feed of these items. */
  serve(path: string, items: readonly string[]): void;
  stop(): void;
}

/** A site on loopback whose pages a test writes. */
export async function startOutlet(): Promise<Outlet> {
  const pages = new Map<string, Page>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    if (page) page(response, request.headers['if-none-match']);
    else response.writeHead(404).end();
  });
  const base = await listenOnLoopback(server);
  const serve = (path: string, items: readonly string[]) =>
    void pages.set(path, (response) => response.end(writeRss(base, items)));
  return { base, pages, serve, stop: () => void server.close() };
}

/** A feed of a source named after its id, at `/id` of a test's server. */
export function catalogueFeed(base: string, id: string, kind: SourceKind = 'newsroom'): CatalogueFeed {
  const name = id
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
  return {
    url: `${base}/${id}`,
    provenance: 'a test',
    fixedIntervalSeconds: 5,
    source: { ...OUTLET, id: id as SourceId, name, siteUrl: base, kind },
  };
}

export function writeRss(base: string, items: readonly string[]): string {
  return `<rss version="2.0"><channel><title>t</title><link>${base}</link>${items.join('')}</channel></rss>`;
}

export function writeItem({
  id,
  title,
  prefix = 'first-post',
  html = '<p>A line.</p>',
  date,
}: WrittenItem): string {
  return `<item><title>${title}</title><guid isPermaLink="false">${prefix}-${id}</guid><link>/${prefix}/${id}</link>
    <pubDate>${date ?? 'Mon, 23 Nov 2026 11:00:00 GMT'}</pubDate><description><![CDATA[${html}]]></description></item>`;
}

interface WrittenItem {
  readonly id: number;
  readonly title: string;
  readonly prefix?: string;
  readonly html?: string;
  readonly date?: string;
}
