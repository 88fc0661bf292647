import { Readable } from 'node:stream';
import { operatorOf } from '@/lib/operator/auth';
import { exportCases } from '@/lib/operator/newsroom/export-cases';

export const dynamic = 'force-dynamic';

/** What was decided by hand, as labelled cases. For operators alone: it carries whole articles. */
export async function GET(request: Request): Promise<Response> {
  if (!(await operatorOf(request.headers)))
    return new Response(null, {
      status: 303,
      headers: { location: '/console/sign-in?next=/console/decisions' },
    });
  const name = `tapewire-decisions-${new Date().toISOString().slice(0, 10)}.jsonl`;
  return new Response(Readable.toWeb(Readable.from(exportCases()).map(toBytes)) as ReadableStream, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

function toBytes(line: string): Uint8Array {
  return Buffer.from(line);
}
