import { parseDocument } from 'htmlparser2';
import { cleanHtml } from './clean-html';
import { writeHtml } from './write-html';

/** A stranger's HTML as it is kept: {@link cleanHtml}, and no character left that nobody sees. */
export function cleanBody(html: string, base: string | undefined): string {
  return writeHtml(parseDocument(cleanHtml(html, base)).children).trim();
}
