import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';
import { connectDatabase, disconnectDatabase } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { seedDesk } from '@/db/writes/seed-desk';
import { readIntake } from '@/db/queries/intake';
import { tokenIds } from '@/db/queries/token-ids';
import { processBus } from '@/lib/live/bus/memory';
import { clientAddress } from '@/lib/live/gateway/client-address';
import { createGateway } from '@/lib/live/gateway/gateway';
import { allowOrigins } from '@/lib/live/gateway/allowed-origins';
import { LIVE_PATH } from '@/lib/live/protocol';
import { isReadablePath } from '@/lib/core/url';
import { EXCHANGE_ENDPOINTS } from '@/lib/market/exchanges/endpoints';
import { startMarket } from '@/lib/market/pipeline';
import { hubAddress } from '@/lib/news/hub-address';
import { startNews } from '@/lib/news/scheduler';
import { describeReach } from '@/lib/operator/describe-reach';
import { resumeImports } from '@/lib/operator/opml/import-work';
import { createSetupLink } from '@/lib/operator/setup-link';
import type { VenueStatus } from '@/lib/model/venue';
import { systemClock as clock } from '@/lib/system/clock';
import { contentPolicy } from '@/lib/system/content-policy';
import { readEnv } from '@/lib/system/env';
import { processHttp } from '@/lib/system/http';
import { createLog } from '@/lib/system/log';
import { closeServer, listen } from '@/lib/system/listen';
import { sharePages } from '@/lib/system/page-cache';
import { runUntilStopped } from '@/lib/system/lifecycle';
import { readWorldManifest } from '@/lib/system/world';

const env = readEnv();
const log = createLog(env);
const development = process.env.NODE_ENV === 'development';
/** By then every feed of the catalogue has been asked and every venue called. */
const JUDGE_REACH_AFTER_MS = 45_000;

await runUntilStopped(log, async (onStop) => {
  const world = env.SIMULATED_WORLD === undefined ? undefined : await readWorldManifest(env.SIMULATED_WORLD);
  if (world) log.warn(`Simulated world: every feed and every price comes from ${env.SIMULATED_WORLD}`);

  const postgres = await startPostgres({ env, log });
  onStop('database', () => postgres.stop());
  connectDatabase(postgres.url);
  onStop('database pool', disconnectDatabase);
  await migrateDatabase();
  await seedDesk(world, clock());
  log.info(`Database ready: ${postgres.where}`);

  const sink = createServer();
  const app = next({ dev: development, hostname: env.HOST, port: env.PORT, httpServer: sink });
  await app.prepare();
  onStop('pages', () => app.close());

  const bus = processBus(log);
  const http = processHttp(env);
  const pages = guarded(app.getRequestHandler());
  const server = createServer(development ? pages : sharePages(pages));
  onStop('http', () => closeServer(server));

  const endpoints = world?.exchanges ?? EXCHANGE_ENDPOINTS;
  const market = await startMarket({ bus, clock, log, http, endpoints });
  const known = await tokenIds();
  const gateway = createGateway({
    bus,
    clock,
    log,
    simulated: world !== undefined,
    tokenIds: () => known,
    quotes: market.quotes,
    venues: market.venues,
    allowedOrigins: allowOrigins(env.PUBLIC_URL),
  });
  onStop('sockets', () => gateway.stop('The server is stopping.'));
  onStop('market', market.stop);
  onStop('news', (await startNews({ bus, clock, log, http, publicUrl: hubAddress(env) })).stop);
  onStop('lists of feeds', resumeImports());

  server.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] === LIVE_PATH) gateway.handleUpgrade(request, socket, head);
    else if (development) sink.emit('upgrade', request, socket, head);
    else socket.destroy();
  });
  const home = await listen(server, env);
  log.info(`Tapewire is at ${home}`);
  log.info(`How every feed and venue is doing: ${home}/status`);
  const setup = await createSetupLink(clock());
  const judging = setTimeout(() => void tellReach(home, market.venues()), JUDGE_REACH_AFTER_MS);
  onStop('start-up report', () => clearTimeout(judging));
  if (setup) log.info(`Make the first operator (works once, for a day): ${home}${setup}`);
});

async function tellReach(home: string, venues: readonly VenueStatus[]): Promise<void> {
  const { good, words } = describeReach(await readIntake(), venues);
  log[good ? 'info' : 'warn'](`${words} Details: ${home}/status`);
}

/** Next reads the nonce from the request's own header and puts it on every script it writes. */
function guarded(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!isReadablePath(request.url ?? '/')) {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(
        'This address has a broken escape in it: a % that two hexadecimal digits of UTF-8 must follow.\n',
      );
      return;
    }
    const policy = contentPolicy(randomBytes(16).toString('base64'), development);
    request.headers['content-security-policy'] = policy;
    // An API route answers with a policy of its own, and Next never overrides a header that stands.
    if (!request.url?.startsWith('/api/')) response.setHeader('content-security-policy', policy);
    // Whom to count a request for is decided here, once: nobody may name an address of his own choice.
    request.headers['x-forwarded-for'] = clientAddress(request);
    void handle(request, response);
  };
}
