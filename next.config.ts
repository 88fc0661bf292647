import type { NextConfig } from 'next';

/** The Content-Security-Policy needs a nonce for every response: server.ts writes it. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
];

const config: NextConfig = {
  agentRules: false,
  experimental: { agentUpgrade: false },
  poweredByHeader: false,
  // Whoever asks gets the whole head: a page may be shared by a reader and a machine.
  htmlLimitedBots: /.*/,
  // `npm run check` checks the types; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Node's own copies: they are large, or open files that lie beside them.
  serverExternalPackages: [
    'better-auth',
    'iconv-lite',
    'piscina',
    'rss-parser',
    'sanitize-html',
    'tldts',
    'undici',
  ],
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
};

export default config;
