import { BYTES_PER_MEGABYTE, MAX_OPML_MEGABYTES, type OpmlRefusal } from '@/lib/model/opml-import';
import { operatorOf } from '@/lib/operator/auth';
import { startImport } from '@/lib/operator/opml/start-import';

const LISTS = '/console/opml';
/** What a form adds around its file. */
const FORM_BYTES = 20_000;
const MAX_FORM_BYTES = MAX_OPML_MEGABYTES * BYTES_PER_MEGABYTE + FORM_BYTES;

/** Takes a list from the form of the page. A plain form, not an action: nobody else's megabytes are ever read. */
export async function POST(request: Request): Promise<Response> {
  if (!(await operatorOf(request.headers)))
    return seeOther(`/console/sign-in?next=${encodeURIComponent(LISTS)}`);
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= MAX_FORM_BYTES)) return refused('too-large');
  const form = await request.formData().catch(() => undefined);
  const file = form?.get('file');
  if (!(file instanceof File) || file.size === 0) return refused('nothing');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const result = await startImport({ name: file.name, bytes }, new Date());
  return result.kind === 'started' ? seeOther(`${LISTS}/${result.id}`) : refused(result.reason);
}

function refused(reason: OpmlRefusal): Response {
  return seeOther(`${LISTS}?problem=${reason}`);
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
