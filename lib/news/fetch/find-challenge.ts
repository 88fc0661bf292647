import type { HttpResponse } from '@/lib/system/http';

/** A challenge page shows what it is near its top. */
const MAX_LOOKED_AT_BYTES = 20_000;
/** Where protections answer with a page in place of what was asked for. */
const STATUSES = new Set([200, 202, 401, 403, 405, 406, 429, 503]);

const HEADER_SIGNS: readonly (readonly [header: string, sign: RegExp, name: string])[] = [
  ['cf-mitigated', /challenge/i, 'Cloudflare'],
  ['x-vercel-mitigated', /challenge|deny/i, 'Vercel'],
  ['x-amzn-waf-action', /challenge|captcha/i, 'AWS WAF'],
  ['x-datadome', /protected/i, 'DataDome'],
  ['x-sucuri-block', /./, 'Sucuri'],
];

const PAGE_SIGNS: readonly (readonly [sign: RegExp, name: string])[] = [
  [
    /cdn-cgi\/challenge-platform|<title>(?:just a moment\.\.\.|attention required! \| cloudflare)/i,
    'Cloudflare',
  ],
  [/_incapsula_resource|incapsula incident id/i, 'Imperva'],
  [/captcha-delivery\.com/i, 'DataDome'],
  [/<title>ddos-guard|ddos-guard\.net\/\.well-known/i, 'DDoS-Guard'],
  [/_vercel\/security|<title>vercel security checkpoint/i, 'Vercel'],
  [/sucuri\.net\/privacy-policy|<title>sucuri website firewall/i, 'Sucuri'],
  [/perimeterx|px-captcha/i, 'HUMAN'],
  [/<title>making sure you(?:'|&#39;)re not a bot|\.within\.website\/x\/cmd\/anubis/i, 'Anubis'],
  [/errors\.edgesuite\.net/i, 'Akamai'],
  [/awswafintegration|\.awswaf\.com\//i, 'AWS WAF'],
];

/**
 * Whose protection against programs answered in place of the site, by its header or its page; `undefined` for an
 * answer of the site itself. A page only counts where it is HTML: a feed may write about any of them.
 */
export function findChallenge({
  status,
  headers,
  bytes,
}: Pick<HttpResponse, 'status' | 'headers' | 'bytes'>): string | undefined {
  if (!STATUSES.has(status)) return undefined;
  for (const [header, sign, name] of HEADER_SIGNS) {
    if (status !== 200 && sign.test(headers[header] ?? '')) return name;
  }
  if (!/\bhtml\b/i.test(headers['content-type'] ?? '')) return undefined;
  const page = Buffer.from(bytes.subarray(0, MAX_LOOKED_AT_BYTES)).toString('latin1');
  if (!/^\s*(?:<!doctype html|<html|<head|<script)/i.test(page)) return undefined;
  return PAGE_SIGNS.find(([sign]) => sign.test(page))?.[1];
}
