import { existsSync, readFileSync, statSync } from 'node:fs';
import { connectDatabase, disconnectDatabase } from '@/db/client';
import { findArticleToLink } from '@/db/queries/article-to-link';
import { loadTokens } from '@/db/queries/load-tokens';
import { readTokenCatalogue } from '@/db/seed/read-token-catalogue';
import { toHttpUrl } from '@/lib/core/url';
import { explainTag } from '@/lib/model/explain-tag';
import type { ArticleId, TokenId } from '@/lib/model/ids';
import type { Token } from '@/lib/model/token';
import { createLinker, LINKER_VERSION, type ArticleToTag } from '@/lib/news/tag/tag-tokens';
import { readEnv } from '@/lib/system/env';

const USAGE =
  'Usage: npm run --silent eval -- explain [--crypto] TITLE | FILE | ARTICLE-ID | URL\n' +
  'A file holds the title in its first line and the text below. An id or an address is looked up on the desk whose\n' +
  'database DATABASE_URL names. --crypto: the source writes about nothing else.\n';

/**
 * `eval -- explain …`: which tokens a text is about and the words that say so, and which were considered and refused,
 * with the reason. Ends with 1 where there is no such article.
 */
export async function evalExplain(args: readonly string[]): Promise<number> {
  const cryptoOnly = args.includes('--crypto');
  const what = args.filter((arg) => arg !== '--crypto').join(' ');
  if (what.trim() === '') {
    process.stderr.write(USAGE);
    return 2;
  }
  const { DATABASE_URL: databaseUrl } = readEnv(process.env);
  const which = toArticle(what);
  if (which && databaseUrl !== undefined) return explainStored(which, databaseUrl);
  if (which) process.stderr.write('DATABASE_URL is not set: the argument itself is read as a title.\n');
  process.stdout.write(explain({ ...readText(what), sourceName: '', cryptoOnly }, readTokenCatalogue()));
  return 0;
}

async function explainStored(
  which: { id: ArticleId } | { url: string },
  databaseUrl: string,
): Promise<number> {
  connectDatabase(databaseUrl);
  try {
    const [found, tokens] = await Promise.all([findArticleToLink(which), loadTokens()]);
    if (!found) {
      process.stderr.write('The desk has no such article.\n');
      return 1;
    }
    const { source, ...article } = found;
    process.stdout.write(explain({ ...article, ...source, sourceName: source.name }, tokens));
    return 0;
  } finally {
    await disconnectDatabase();
  }
}

/** What the linker makes of an article today, whatever stands in the database. */
function explain(article: ArticleToTag, tokens: readonly Token[]): string {
  const labels = new Map(tokens.map(({ id, symbol, name }) => [id, `${symbol} (${name}, ${id})`]));
  const label = (id: TokenId) => labels.get(id) ?? id;
  const { tags, refused } = createLinker(tokens)(article);
  const accepted = tags.map(
    (tag) =>
      `  ${tag.role.padEnd(7)} ${tag.score.toFixed(2)} ${label(tag.tokenId)}: ` +
      explainTag({ ...tag, decidedBy: 'linker' }),
  );
  const refusals = refused.map(
    ({ tokenId, field, matchedText, reason }) => `  ${label(tokenId)}: ${field}, “${matchedText}”. ${reason}`,
  );
  const lines = [
    `“${article.title}”, read by linker ${LINKER_VERSION}`,
    accepted.length > 0 ? 'Is about' : 'Is about no token.',
    ...accepted,
    refusals.length > 0 ? 'Considered and refused' : 'Nothing was refused.',
    ...refusals,
  ];
  return `${lines.join('\n')}\n`;
}

function toArticle(what: string): { id: ArticleId } | { url: string } | undefined {
  if (/^\d{1,15}$/.test(what)) return { id: Number(what) as ArticleId };
  return /^https?:/.test(what) && toHttpUrl(what) ? { url: what } : undefined;
}

function readText(what: string): Pick<ArticleToTag, 'title' | 'dek' | 'bodyText'> {
  const text = existsSync(what) && statSync(what).isFile() ? readFileSync(what, 'utf8') : what;
  const [title = '', ...body] = text.split('\n');
  return { title: title.trim(), dek: undefined, bodyText: body.join('\n').trim() };
}
