import { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { toHttpUrl } from '@/lib/core/url';
import { canonicalUrl } from './canonical-url';
import { detectLanguage } from './detect-language';
import { shapeBody } from './shape-body';

const MAX_PAGE_CHARS = 2_000_000;
const MAX_ELEMENTS = 20_000;
/** Readability climbs from every paragraph; no page that people wrote is nested like this. */
const MAX_DEPTH = 200;
/** Shorter than this it is a notice about cookies or payment, not an article. */
const MIN_ARTICLE_CHARS = 250;

/** An article's own page, read down to its text. */
export type PageReading =
  | {
      readonly kind: 'page';
      /** Clean by the same allow-list as a feed's. */
      readonly bodyHtml: string;
      readonly bodyText: string;
      /** Where the page says it lives (`rel=canonical`); `undefined` where it says nothing or only its site. */
      readonly canonicalUrl: string | undefined;
      readonly language: string;
    }
  /** The reason is a sentence for the operator. */
  | { readonly kind: 'no-article'; readonly message: string };

export interface PageInput {
  readonly html: string;
  /** Where the page came from after redirects. */
  readonly url: string;
  /** The article's title, which does not stand above its text a second time. */
  readonly title: string;
  /** Its standfirst, which does not either. */
  readonly dek?: string | undefined;
}

/**
 * Finds an article's text in its page and cleans it. The document Readability works on runs no script and loads
 * nothing; what comes out of it goes through our own cleaner like any stranger's HTML.
 */
export function readPage({ html, url, title, dek }: PageInput): PageReading {
  const tooMuch = measure(html);
  if (tooMuch !== undefined) return { kind: 'no-article', message: tooMuch };
  const { document } = parseHTML(withBody(html));
  const said = readHead(document, url);
  const content = findArticle(document);
  const base = toHttpUrl(said.base ?? '', url)?.href ?? url;
  const body = shapeBody(content, { title, base, imageUrl: undefined, above: { dek } });
  if (body.text.length < MIN_ARTICLE_CHARS) {
    return { kind: 'no-article', message: 'The page holds no text that reads as an article.' };
  }
  return {
    kind: 'page',
    bodyHtml: body.html,
    bodyText: body.text,
    canonicalUrl: said.canonical,
    language: detectLanguage(`${title} ${body.text}`, said.language ?? 'en'),
  };
}

/** What is too much for the reading that follows, in words; looked at before a tree is built of it. */
function measure(html: string): string | undefined {
  if (html.length > MAX_PAGE_CHARS) return 'The page is larger than 2 MB.';
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentagname() {
      elements += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
      if (elements > MAX_ELEMENTS || deepest > MAX_DEPTH) parser.pause();
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.end(html);
  if (elements > MAX_ELEMENTS) return `The page has more than ${MAX_ELEMENTS} elements.`;
  return deepest > MAX_DEPTH ? `The page is nested more than ${MAX_DEPTH} deep.` : undefined;
}

/** Tags that HTML allows to be left out are not put back by the parser. */
function withBody(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
}

function findArticle(document: Document): string {
  for (const element of document.querySelectorAll('script,style,template,svg,iframe,form,nav,dialog'))
    element.remove();
  const options = { maxElemsToParse: MAX_ELEMENTS, charThreshold: MIN_ARTICLE_CHARS, disableJSONLD: true };
  try {
    return new Readability(document, options).parse()?.content ?? '';
  } catch {
    // It meets trees that no browser builds and trips over some; then it has found nothing.
    return '';
  }
}

function readHead(document: Document, url: string) {
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name)?.trim() || undefined;
  const written =
    attribute('link[rel~="canonical" i]', 'href') ?? attribute('meta[property="og:url"]', 'content');
  const locale = attribute('html[lang]', 'lang') ?? attribute('meta[property="og:locale"]', 'content');
  return {
    base: attribute('base', 'href'),
    canonical: toCanonical(written, url),
    language: locale !== undefined && /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(locale) ? locale : undefined,
  };
}

/** Some systems name their front page on every page: that is no article's address. */
function toCanonical(written: string | undefined, url: string): string | undefined {
  const canonical = written === undefined ? undefined : canonicalUrl(written, url);
  if (canonical === undefined) return undefined;
  const isFront = new URL(canonical).pathname === '/' && new URL(canonical).search === '';
  return isFront && new URL(url).pathname !== '/' ? undefined : canonical;
}
