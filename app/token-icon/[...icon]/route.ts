import { readTokenIcon } from '@/lib/reader/token-icon';

const A_WEEK_SECONDS = 604_800;

interface Context {
  readonly params: Promise<{ readonly icon: readonly string[] }>;
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const svg = await readTokenIcon((await params).icon.join('/'));
  if (svg === undefined) return new Response('No such icon.', { status: 404 });
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': `public, max-age=${A_WEEK_SECONDS}, immutable`,
      'x-content-type-options': 'nosniff',
      // Opened by itself an SVG is a document; this one may do nothing.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}
