import { loadImage, type ImageRefusal } from '@/lib/reader/load-image';

/** The address says which picture in which size and is signed: what it names never changes. */
const KEEP = 'public, max-age=31536000, immutable';

export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const loaded = await loadImage({ query, accept: request.headers.get('accept') }, new Date());
  if (loaded.kind !== 'image') return refuse(loaded);
  const etag = `"${loaded.etag}"`;
  const headers = { 'cache-control': KEEP, vary: 'Accept', etag, 'x-content-type-options': 'nosniff' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const body = new Uint8Array(loaded.bytes);
  return new Response(body, { headers: { ...headers, 'content-type': `image/${loaded.format}` } });
}

function refuse(refusal: ImageRefusal): Response {
  const { status, keep, words } = answerTo(refusal);
  const headers = { 'cache-control': keep, 'content-type': 'text/plain; charset=utf-8' };
  return new Response(words, { status, headers });
}

function answerTo(refusal: ImageRefusal): { status: number; keep: string; words: string } {
  switch (refusal.kind) {
    case 'not-signed':
      return { status: 403, keep: 'no-store', words: 'This address was not made by this desk.' };
    case 'busy':
      return { status: 503, keep: 'no-store', words: 'Too many pictures are being made. Try again soon.' };
    case 'not-a-picture':
      return { status: 415, keep: 'public, max-age=3600', words: 'What is there is not a picture.' };
    // Why is told to no stranger: it may name machines behind our wall.
    case 'unreachable':
      return {
        status: 502,
        keep: 'public, max-age=300',
        words: 'The picture cannot be had from its server.',
      };
  }
}
