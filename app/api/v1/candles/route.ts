import { z } from 'zod';
import { answerJson, answerProblem, readQuery } from '@/app/api/v1/answer';
import { idSchema } from '@/app/api/v1/id-schema';
import { readCandleSeries } from '@/db/queries/candles-of-token';
import { readLatestQuotes } from '@/db/queries/latest-quotes';
import { CANDLE_RANGES } from '@/lib/model/candle-series';

const query = z.object({
  token: idSchema('Name the token: ?token=bitcoin&range=1h'),
  range: z.enum(['1h', '24h'], `One of ${Object.keys(CANDLE_RANGES).join(', ')}.`).default('1h'),
});

/** A token's course over an hour or a day; steps without a trade are left out. */
export async function GET(request: Request): Promise<Response> {
  const read = await readQuery(request, query);
  if (read.kind === 'bad') return read.answer;
  const { token, range } = read.query;
  const { known } = await readLatestQuotes([token]);
  const [tokenId] = known;
  if (tokenId === undefined) {
    return answerProblem(404, {
      code: 'unknown-token',
      where: 'token',
      message: `There is no token ${token}.`,
    });
  }
  const now = new Date();
  return answerJson(request, { now, ...(await readCandleSeries({ tokenId, range, now })) });
}
