import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import { createTagger } from '@/lib/news/tag/tag-tokens';

const articleLine = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string(),
  dek: z.string().nullish(),
  body: z.string().nullish(),
  source: z.string().nullish(),
  crypto_only: z.boolean().nullish(),
});

/** `eval -- tags < articles.jsonl`: one line per article with the symbols of its tokens, the primary one apart. */
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
    const tags = tagTokens({
      title: article.title,
      dek: article.dek ?? undefined,
      bodyText: article.body ?? '',
      sourceName: article.source ?? '',
      cryptoOnly: article.crypto_only ?? false,
    });
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

function readLine(line: string): z.infer<typeof articleLine> | undefined {
  try {
    return articleLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
