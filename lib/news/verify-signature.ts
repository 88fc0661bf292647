import { createHmac, timingSafeEqual } from 'node:crypto';

/** Those of the WebSub recommendation, section 8. */
const METHODS = new Set(['sha1', 'sha256', 'sha384', 'sha512']);
const SIGNATURE = /^\s*(sha\d{1,3})\s*=\s*([0-9a-f]{40,128})\s*$/i;

/**
 * Whether a hub's `X-Hub-Signature` fits what it sent, byte for byte.
 * @param header `method=hex digits`; nothing fits where it is missing.
 */
export function isSignedWith(secret: string, header: string | null, body: Uint8Array): boolean {
  const [, method = '', digits = ''] = SIGNATURE.exec(header ?? '') ?? [];
  if (!METHODS.has(method.toLowerCase())) return false;
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(digits, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
