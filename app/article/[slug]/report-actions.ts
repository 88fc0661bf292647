'use server';

import { headers } from 'next/headers';
import type { ArticleId, TokenId } from '@/lib/model/ids';
import type { ReportResult } from '@/lib/model/reader-report';
import { reportWrongToken } from '@/lib/reader/report-wrong-token';

/** Takes a reader's "wrong coin". The server has decided for whom a request counts before it came here. */
export async function reportWrongTokenAction(
  tag: { readonly articleId: ArticleId; readonly tokenId: TokenId },
  _before: ReportResult | undefined,
  form: FormData,
): Promise<ReportResult> {
  const address = (await headers()).get('x-forwarded-for') ?? '';
  return reportWrongToken({ ...tag, note: form.get('note') ?? '', address }, new Date());
}
