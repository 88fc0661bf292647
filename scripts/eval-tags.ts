import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import { createTagger, type ArticleToTag } from '@/lib/news/tag/tag-tokens';

const articleLine = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  dek: z.string().nullish(),
  body: z.string().nullish(),
  source: z.string().nullish(),
  crypto_only: z.boolean().nullish(),
  injects_tokens: z.boolean().nullish(),
  all_caps: z.boolean().nullish(),
});

/**
 * `eval -- tags < articles.jsonl`: one line per article with the symbols of its tokens, the primary one apart.
 * `crypto_only`, `injects_tokens` and `all_caps` say what a desk knows of the article's source.
 */
export async function evalTags(): Promise<number> {
  const catalogue = readTokenCatalogue();
  const symbols = new Map(catalogue.map((token) => [token.id, token.symbol]));
  const tagTokens = createTagger(catalogue);
  let skipped = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const article = readLine(line);
    if (!article) {
      skipped += line.trim() === '' ? 0 : 1;
      continue;
    }
    const tags = tagTokens(toArticle(article));
    const primary = tags.find(({ role }) => role === 'primary');
    const written = {
      id: article.id,
      primary: primary ? symbols.get(primary.tokenId) : null,
      tags: tags.map((tag) => ({ token: symbols.get(tag.tokenId), ...tag })),
    };
    process.stdout.write(`${JSON.stringify(written)}\n`);
  }
  if (skipped > 0) process.stderr.write(`${skipped} lines were no articles.\n`);
  return 0;
}

function toArticle(line: z.infer<typeof articleLine>): ArticleToTag {
  return {
    title: line.title,
    dek: line.dek ?? undefined,
    bodyText: line.body ?? '',
    sourceName: line.source ?? '',
    cryptoOnly: line.crypto_only ?? false,
    injectsTokens: line.injects_tokens ?? false,
    allCaps: line.all_caps ?? false,
  };
}

function readLine(line: string): z.infer<typeof articleLine> | undefined {
  try {
    return articleLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
