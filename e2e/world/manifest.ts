import type { WorldManifest } from '@/lib/system/world';
import { originOf, outletsOf, type World } from './control/world-parts';

/** What this world consists of, as a desk asks for it. */
export function toManifest(world: World): WorldManifest {
  const { origin } = world;
  const socket = origin.replace(/^http/, 'ws');
  return {
    simulated: true,
    sources: outletsOf(world).map(({ slug, name, language, country, kind, cryptoOnly, feed }) => ({
      id: slug,
      name,
      siteUrl: `${originOf(slug, world)}/outlets/${slug}/`,
      language,
      country,
      kind,
      cryptoOnly,
      feeds: [{ url: `${originOf(slug, world)}/outlets/${slug}/${feed.file}` }],
    })),
    exchanges: {
      binance: { ws: `${socket}/binance`, rest: `${origin}/binance` },
      coinbase: { ws: `${socket}/coinbase`, rest: `${origin}/coinbase` },
      kraken: { ws: `${socket}/kraken`, rest: `${origin}/kraken` },
    },
  };
}
