import type { WorldManifest } from '@/lib/system/world';
import { OUTLETS } from './news/outlets';

/** What this world consists of, as a desk asks for it. */
export function toManifest(origin: string): WorldManifest {
  const socket = origin.replace(/^http/, 'ws');
  return {
    simulated: true,
    sources: OUTLETS.map(({ slug, name, language, country, kind, cryptoOnly, feed }) => ({
      id: slug,
      name,
      siteUrl: `${origin}/outlets/${slug}/`,
      language,
      country,
      kind,
      cryptoOnly,
      feeds: [{ url: `${origin}/outlets/${slug}/${feed.file}` }],
    })),
    exchanges: {
      binance: { ws: `${socket}/binance`, rest: `${origin}/binance` },
      coinbase: { ws: `${socket}/coinbase`, rest: `${origin}/coinbase` },
      kraken: { ws: `${socket}/kraken`, rest: `${origin}/kraken` },
    },
  };
}
