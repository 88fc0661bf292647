import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { addReport } from '@/db/writes/add-report';
import { MINUTE_MS } from '@/lib/core/time';
import type { ArticleId, TokenId } from '@/lib/model/ids';
import { MAX_REPORT_NOTE_CHARS, type ReportResult } from '@/lib/model/reader-report';
import { createAttemptLimit } from '@/lib/system/attempt-limit';
import { secretFor } from '@/lib/system/secret';
import { singleton } from '@/lib/system/singleton';

const WINDOW_MS = 10 * MINUTE_MS;
const REPORTS_PER_READER = 6;
/** From all together: a flood from many addresses ends here. */
const REPORTS_IN_ALL = 120;
const MAX_READERS = 5_000;
const SENDER_CHARS = 22;

const report = z.object({
  articleId: z.number().int().positive(),
  tokenId: z.string().min(1).max(200),
  note: z.string().trim().catch(''),
});

/**
 * Takes a reader's word that an article is not about a token.
 * @param sent.address whom the request counts for; only a keyed hash of it is kept.
 */
export async function reportWrongToken(
  sent: {
    readonly articleId: unknown;
    readonly tokenId: unknown;
    readonly note: unknown;
    readonly address: string;
  },
  now: Date,
): Promise<ReportResult> {
  const read = report.safeParse(sent);
  if (!read.success) return { kind: 'gone' };
  const sender = hashSender(sent.address);
  const { ofReader, ofAll } = reportLimits();
  const waitMs = ofReader(sender, now) ?? ofAll('all', now);
  if (waitMs !== undefined) return { kind: 'too-often', waitMs };
  const { articleId, tokenId, note } = read.data;
  const kind = await addReport({
    articleId: articleId as ArticleId,
    tokenId: tokenId as TokenId,
    sender,
    note: note === '' ? undefined : note.slice(0, MAX_REPORT_NOTE_CHARS),
    at: now,
  });
  return { kind };
}

/** Not to be turned back into an address without this desk's secret. */
function hashSender(address: string): string {
  const digest = createHmac('sha256', secretFor('reports')).update(address).digest('base64url');
  return digest.slice(0, SENDER_CHARS);
}

function reportLimits() {
  return singleton('report-limits', () => ({
    ofReader: createAttemptLimit({ max: REPORTS_PER_READER, windowMs: WINDOW_MS, maxKeys: MAX_READERS }),
    ofAll: createAttemptLimit({ max: REPORTS_IN_ALL, windowMs: WINDOW_MS, maxKeys: 1 }),
  }));
}
