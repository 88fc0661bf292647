import { signImage } from './image-address';

/** As wide as an article's column on a fine screen. */
const WIDTH_PIXELS = 1_280;
/** Our own cleaner wrote it: attributes are quoted, and a quote inside one is escaped. */
const IMAGE_SOURCE = /<img\b([^>]*?)\ssrc="([^"]*)"/g;

/** Sends every picture of a cleaned body through our proxy, and loads none before it is near. */
export function signBodyImages(html: string): string {
  return html.replace(IMAGE_SOURCE, (_, before: string, source: string) => {
    const address = signImage(unescapeAttribute(source), WIDTH_PIXELS);
    return `<img${before} loading="lazy" decoding="async" src="${address.replaceAll('&', '&amp;')}"`;
  });
}

/** Whether a cleaned body shows a picture already. */
export function bodyShowsImage(html: string, url: string): boolean {
  return [...html.matchAll(IMAGE_SOURCE)].some(([, , source = '']) => unescapeAttribute(source) === url);
}

function unescapeAttribute(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
