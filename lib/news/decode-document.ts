import { decodeText } from './parse/decode-text';

/** A stranger's document as text, its charset decided as for feeds. For documents that are no feeds. */
export function decodeDocument(bytes: Uint8Array): string {
  return decodeText(bytes, undefined).text;
}
