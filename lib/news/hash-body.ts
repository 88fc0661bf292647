import { hash } from 'node:crypto';

/** SHA-256, hex: the same bytes need no second reading. */
export function hashBody(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
