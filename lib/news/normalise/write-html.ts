import { ElementType, type DomUtils, type parseDocument } from 'htmlparser2';

const VOID = new Set(['br', 'hr', 'img']);
/** Characters nobody sees that turn text around, hide in it or end it early. */
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A cleaned tree as HTML. Angles are escaped within attributes too: who reads this later may take every `<` for the
 * beginning of a tag and every `>` for its end.
 */
export function writeHtml(nodes: readonly TreeNode[]): string {
  let html = '';
  for (const node of nodes) {
    if (node.type === ElementType.Text) html += escapeHtml(node.data);
    else if (node.type === ElementType.Tag) html += writeElement(node);
  }
  return html;
}

function writeElement({ name, attribs, children }: Element): string {
  let attributes = '';
  for (const [key, value] of Object.entries(attribs)) attributes += ` ${key}="${escapeHtml(value)}"`;
  return VOID.has(name)
    ? `<${name}${attributes} />`
    : `<${name}${attributes}>${writeHtml(children)}</${name}>`;
}

function escapeHtml(text: string): string {
  return text.replace(UNSEEN, '').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

type TreeNode = ReturnType<typeof parseDocument>['children'][number];
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];
