import { signImage } from './image-address';

/** As wide as an article's column on a fine screen. */
const WIDTH_PIXELS = 1_280;
// Our own cleaner wrote it: attributes are quoted, and a quote or an angle inside one is escaped.
const IMAGE_SOURCE = /<img\b([^>]*?)\ssrc="([^"]*)"/g;
const HEADING = /<(\/?)h([1-6])\b/g;

/**
 * A cleaned body as the article's page shows it: every picture comes through our proxy when it is near, and the
 * headings step down from the page's own one by one, whatever levels the source took.
 */
export function showBody(html: string): string {
  return signImages(levelHeadings(html));
}

/** Whether a cleaned body shows a picture already. */
export function bodyShowsImage(html: string, url: string): boolean {
  return [...html.matchAll(IMAGE_SOURCE)].some(([, , source = '']) => unescapeAttribute(source) === url);
}

function signImages(html: string): string {
  return html.replace(IMAGE_SOURCE, (_, before: string, source: string) => {
    const address = signImage(unescapeAttribute(source), WIDTH_PIXELS);
    return `<img${before} loading="lazy" decoding="async" src="${address.replaceAll('&', '&amp;')}"`;
  });
}

function levelHeadings(html: string): string {
  const above: number[] = [];
  return html.replace(HEADING, (_, slash: string, digit: string) => {
    const level = Number(digit);
    if (slash === '') {
      while (above.length > 0 && (above.at(-1) ?? 0) >= level) above.pop();
      above.push(level);
    }
    // The page's title is the first level; a heading closes at the level it opened with.
    return `<${slash}h${above.length + 1}`;
  });
}

function unescapeAttribute(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
