import { PriceChart } from '@/app/_client/chart/price-chart';
import type { PageTime } from '@/app/_desk/page-time';
import { readCandleSeries } from '@/db/queries/candles-of-token';
import type { TokenPage } from '@/db/queries/token';

/** The last hour; it is drawn where scripts run and told in words and figures everywhere. */
export async function TokenChart({ token, time }: { token: TokenPage; time: PageTime }) {
  const series = await readCandleSeries({ tokenId: token.id, range: '1h', now: time.now });
  return (
    <section aria-label={`Price chart of ${token.name}`} className="mb-6">
      <PriceChart tokenId={token.id} name={token.name} zone={time.zone} initial={series} />
    </section>
  );
}
