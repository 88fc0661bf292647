import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import type { SourceId } from '@/lib/model/ids';
import type { ComparableArticle } from '@/lib/model/placement';
import { createTagger } from '@/lib/news/tag/tag-tokens';

/** An article as evaluation sets have it. */
export const articleLine = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  body: z.string().nullish(),
  source: z.string().nullish(),
  language: z.string().nullish(),
  published_at: z.coerce.date(),
  story: z.union([z.string(), z.number()]).nullish(),
});
type ArticleLine = z.infer<typeof articleLine>;

export interface GoldArticle {
  readonly article: ComparableArticle;
  /** `undefined` where nobody labelled it. */
  readonly story: string | undefined;
}

/** Labelled articles, the oldest first. */
export function readGold(path: string): readonly GoldArticle[] {
  const toComparable = createComparer();
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => articleLine.parse(JSON.parse(line)))
    .toSorted((a, b) => a.published_at.getTime() - b.published_at.getTime())
    .map((line, nth) => ({
      article: toComparable(line, nth),
      story: line.story === null || line.story === undefined ? undefined : String(line.story),
    }));
}

/** Tags articles and makes them what the placing stage compares. */
export function createComparer(): (line: ArticleLine, nth: number) => ComparableArticle {
  const tagTokens = createTagger(readTokenCatalogue());
  return (line, nth) => {
    const { title } = line;
    const bodyText = line.body ?? '';
    const sourceName = line.source ?? '';
    const tags = tagTokens({ title, dek: undefined, bodyText, sourceName, cryptoOnly: false });
    const url = `https://example.org/${nth}`;
    return {
      sourceId: sourceName as SourceId,
      sourceKind: 'newsroom',
      language: line.language ?? 'en',
      title,
      dek: undefined,
      bodyText,
      url,
      canonicalUrl: url,
      titleHash: sha256(title.toLowerCase()),
      bodyHash: bodyText.length < 200 ? undefined : sha256(bodyText),
      attribution: undefined,
      claimedAt: line.published_at,
      firstSeenAt: line.published_at,
      primaryTokenId: tags.find(({ role }) => role === 'primary')?.tokenId,
      tokenIds: tags.map(({ tokenId }) => tokenId),
    };
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
