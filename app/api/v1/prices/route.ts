import { z } from 'zod';
import { answerJson, readQuery } from '@/app/api/v1/answer';
import { idSchema } from '@/app/api/v1/id-schema';
import { readLatestQuotes } from '@/db/queries/latest-quotes';
import { MAX_SUBSCRIPTIONS, toQuoteRow } from '@/lib/live/protocol';

const HOW = 'Name the tokens, separated by commas: ?ids=bitcoin,ethereum';

const query = z.object({
  ids: z
    .string(HOW)
    .transform((text) => [...new Set(text.split(',').map((id) => id.trim()))].filter((id) => id !== ''))
    .pipe(
      z
        .array(idSchema(HOW))
        .min(1, HOW)
        .max(MAX_SUBSCRIPTIONS, `At most ${MAX_SUBSCRIPTIONS} tokens at a time.`),
    ),
});

/** The polling twin of the socket: the same rows for those who cannot, or need not, hold one open. */
export async function GET(request: Request): Promise<Response> {
  const read = await readQuery(request, query);
  if (read.kind === 'bad') return read.answer;
  const now = new Date();
  const { known, quotes } = await readLatestQuotes(read.query.ids);
  return answerJson(request, {
    now,
    quotes: quotes.map((quote) => toQuoteRow(quote, now)),
    unknown: read.query.ids.filter((id) => !known.some((token) => token === id)),
  });
}
