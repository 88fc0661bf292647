import { hearHub, receiveFromHub } from '@/lib/operator/hub-door';

export const dynamic = 'force-dynamic';

const MAX_PUSH_BYTES = 8_000_000;
/** As we make them: anything else was never ours. */
const TOKEN = /^[\w-]{32}$/;
const PLAIN = {
  'content-type': 'text/plain; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

interface Context {
  readonly params: Promise<{ readonly token: string }>;
}

/** A WebSub hub asks whether we meant to subscribe, or to leave. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const query = new URL(request.url).searchParams;
  const answer = TOKEN.test(token) ? await hearHub(token, query) : { kind: 'unknown' as const };
  if (answer.kind === 'confirmed') return say(200, answer.challenge);
  return answer.kind === 'noted' ? say(200, '') : say(404, 'Nobody here asked for that.');
}

/** A WebSub hub sends what is new. What is not signed as agreed is answered alike, and ignored. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  if (!TOKEN.test(token)) return say(404, 'Nobody here asked for that.');
  const bytes = await readAtMost(request, MAX_PUSH_BYTES);
  if (!bytes) return say(413, 'That is more than we take at once.');
  const outcome = await receiveFromHub({
    token,
    bytes,
    contentType: request.headers.get('content-type') ?? undefined,
    signature: request.headers.get('x-hub-signature'),
  });
  if (outcome.kind === 'unknown') return say(410, 'Nobody here asks for that any more.');
  return outcome.kind === 'busy' ? say(503, 'Try again soon.', { 'retry-after': '30' }) : say(202, '');
}

async function readAtMost(request: Request, maxBytes: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length')) > maxBytes) return undefined;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > maxBytes) return undefined;
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces, size));
}

function say(status: number, words: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(words, { status, headers: { ...PLAIN, ...headers } });
}
