import { isDatabaseUp } from '@/db/queries/is-database-up';
import { readInstallation } from '@/db/queries/installation';

export const dynamic = 'force-dynamic';

const ANSWER_WITHIN_MS = 2_000;

/** Ready when the database answers: for a supervisor or a load balancer. */
export async function GET(): Promise<Response> {
  const ready = await isDatabaseUp(ANSWER_WITHIN_MS);
  const installation = ready ? await readInstallation() : undefined;
  const said = {
    ready,
    database: ready ? 'up' : 'down',
    ...(installation ? { simulated: installation.world === 'simulated' } : {}),
  };
  return Response.json(said, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
