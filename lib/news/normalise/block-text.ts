import { ElementType, type parseDocument } from 'htmlparser2';

/** Elements that begin and end a line of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'p div br hr li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table tr td th section article ' +
    'header footer figure figcaption'
  ).split(' '),
);

/** The text of a tree that was cleaned, a line break around each block. */
export function blockText(nodes: readonly TreeNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === ElementType.Text) text += node.data;
    if (node.type !== ElementType.Tag) continue;
    const inner = blockText(node.children);
    text += BLOCKS.has(node.name) ? `\n${inner}\n` : inner;
  }
  return text;
}

type TreeNode = ReturnType<typeof parseDocument>['children'][number];
