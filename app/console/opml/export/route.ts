import { operatorOf } from '@/lib/operator/auth';
import { exportOpml } from '@/lib/operator/opml/export-opml';

export const dynamic = 'force-dynamic';

/** The catalogue as a file. For operators alone: some addresses carry the key of a paid feed. */
export async function GET(request: Request): Promise<Response> {
  if (!(await operatorOf(request.headers)))
    return new Response(null, { status: 303, headers: { location: '/console/sign-in?next=/console/opml' } });
  const now = new Date();
  const name = `tapewire-${now.toISOString().slice(0, 10)}.opml`;
  return new Response(await exportOpml(now), {
    headers: {
      'content-type': 'text/x-opml; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
