import { readPage, type PageReading } from './normalise/read-page';
import { decodeText } from './parse/decode-text';

const DECLARATION_CHARS = 2_000;

/** An article's page as it came. */
export interface PageReadInput {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  /** Where it came from after redirects. */
  readonly url: string;
  /** Of the article, as its feed gave it. */
  readonly title: string;
  readonly dek?: string | undefined;
}

/** Bytes → an article's text. */
export async function readArticlePage(input: PageReadInput): Promise<PageReading> {
  const { bytes, contentType, url, title, dek } = input;
  const { text } = await decodeText(bytes, withDeclaredCharset(contentType, bytes));
  return readPage({ html: text, url, title, dek });
}

/** What the server says goes before what the page itself says. */
function withDeclaredCharset(contentType: string | undefined, bytes: Uint8Array): string | undefined {
  if (/charset\s*=/i.test(contentType ?? '')) return contentType;
  const head = Buffer.from(bytes.subarray(0, DECLARATION_CHARS)).toString('latin1');
  const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  return declared === undefined ? contentType : `text/html; charset=${declared}`;
}
