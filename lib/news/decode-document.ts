import { decodeText } from './parse/decode-text';

/** A stranger's document as text, its charset decided as for feeds. For documents that are no feeds. */
export async function decodeDocument(bytes: Uint8Array): Promise<string> {
  const { text } = await decodeText(bytes, undefined);
  return text;
}
