import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const pollFile = z.object({
  fetchedAt: z.coerce.date(),
  articles: z.array(
    z.object({
      title: z.string(),
      link: z.string(),
      description: z.string().nullish(),
      pubDate: z.string().nullish(),
      sourceKey: z.string(),
    }),
  ),
});

/** One answer of an aggregator: the latest items of several outlets, as XML text cut out of their feeds. */
export interface RecordedPoll {
  readonly fetchedAt: Date;
  readonly items: readonly RecordedItem[];
}

export interface RecordedItem {
  readonly outlet: string;
  readonly title: string;
  readonly link: string;
  readonly description: string;
  readonly date: string;
}

/** The recorded polls of a folder in their order. */
export function readPolls(folder: string): readonly RecordedPoll[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const { fetchedAt, articles } = pollFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      const items = articles.map(({ title, link, description, pubDate, sourceKey }) => ({
        outlet: sourceKey,
        title,
        link,
        description: description ?? '',
        date: pubDate ?? '',
      }));
      return { fetchedAt, items };
    });
}

/** A feed of these items, newest first, their texts as they stood in the outlet's own. */
export function writeFeed(outlet: string, items: readonly RecordedItem[]): string {
  const written = items.map(
    ({ title, link, description, date }) =>
      `<item><title>${title}</title><link>${link}</link><description>${description}</description><pubDate>${date}</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>${outlet}</title>${written.join('\n')}</channel></rss>`;
}
