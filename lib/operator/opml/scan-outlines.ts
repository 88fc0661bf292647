import { decodeHTMLStrict } from 'entities';
import type { ListedFeed } from '@/lib/model/opml-import';
import { readAttributes } from './read-attributes';
import { toListedFeed, toLabel } from './to-listed-feed';

const MAX_FOLDERS = 8;
const MAX_TITLE_CHARS = 500;
const TITLE = new RegExp(`<title[^<>]{0,200}>([^<]{0,${MAX_TITLE_CHARS}})`, 'i');

/**
 * Reads outlines as they stand in the text, whatever is broken around them: bare `&` and `<`, quotes within quotes,
 * tags that never end. One outline that cannot be read costs no other. Linear in the length of the text.
 */
export function scanOutlines(text: string): {
  readonly title: string | undefined;
  readonly feeds: ListedFeed[];
} {
  const feeds: ListedFeed[] = [];
  /** For each open outline the folders it stands for. */
  const open: (readonly string[])[] = [];
  for (const tag of tagsOf(text)) {
    if (tag.kind === 'close') {
      open.pop();
      continue;
    }
    const folders = open.at(-1) ?? [];
    const { attributes, selfClosed } = tag;
    const feed = toListedFeed(attributes, folders);
    if (feed) feeds.push(feed);
    if (!selfClosed) open.push(feed ? folders : within(folders, toLabel(attributes)));
  }
  const title = toLabel({ text: decodeHTMLStrict(TITLE.exec(text)?.[1] ?? '') });
  return { title, feeds };
}

function within(folders: readonly string[], label: string | undefined): readonly string[] {
  return label === undefined || folders.length === MAX_FOLDERS ? folders : [...folders, label];
}

function* tagsOf(text: string): Generator<Tag> {
  const mark = /<!--|<\/outline|<outline(?=[\s/>])/gi;
  let commentsEnd = true;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const [said] = found;
    if (said === '<!--') {
      const end: number = commentsEnd ? text.indexOf('-->', mark.lastIndex) : -1;
      commentsEnd = end !== -1;
      if (commentsEnd) mark.lastIndex = end + '-->'.length;
    } else if (said.startsWith('</')) {
      yield { kind: 'close' };
    } else {
      const { attributes, selfClosed, end } = readAttributes(text, mark.lastIndex);
      mark.lastIndex = end;
      yield { kind: 'open', selfClosed, attributes };
    }
  }
}

type Tag =
  | { readonly kind: 'close' }
  | {
      readonly kind: 'open';
      readonly selfClosed: boolean;
      readonly attributes: Readonly<Record<string, string>>;
    };
