import { PriceChart } from '@/app/_client/chart/price-chart';
import type { TokenPage } from '@/db/queries/token';

export function TokenChart({ token }: { token: TokenPage }) {
  return (
    <section aria-label={`Price chart of ${token.name}`} className="mb-6">
      <PriceChart tokenId={token.id} />
    </section>
  );
}
