import { tokenLogo, type TokenLogo } from '@/lib/reader/token-logo';

const KEEP: Readonly<Record<TokenLogo['kind'], string>> = {
  logo: 'public, max-age=604800, immutable',
  monogram: 'public, max-age=86400',
  unknown: 'public, max-age=300',
};

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const { kind, svg, etag } = await tokenLogo(id);
  const headers = {
    'cache-control': KEEP[kind],
    etag,
    'x-content-type-options': 'nosniff',
    // Opened by itself a drawing is a document: this one may run nothing and fetch nothing.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const status = kind === 'unknown' ? 404 : 200;
  return new Response(svg, {
    status,
    headers: { ...headers, 'content-type': 'image/svg+xml; charset=utf-8' },
  });
}

interface Params {
  readonly params: Promise<{ readonly id: string }>;
}
