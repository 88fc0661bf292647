import type { FullTextMode } from '@/lib/model/feed';
import { cutHtml } from './cut-html';

/** What there is of an article, and how much of it readers are shown. */
export interface BodyChoice {
  readonly bodyHtml: string | undefined;
  readonly bodyText: string;
  readonly fullText: {
    readonly mode: FullTextMode;
    readonly excerptChars: number;
    /** The article's own page, where it was fetched and held a text. */
    readonly page: { readonly bodyHtml: string; readonly bodyText: string } | undefined;
  };
}

export interface ChosenBody {
  /** Cleaned; `undefined` where there is nothing to show but the standfirst. */
  readonly html: string | undefined;
  /** There is more where it comes from. */
  readonly isCut: boolean;
}

/** How much of an article readers are shown, wherever it is: what its feed delivers, an excerpt, or its page's text. */
export function chooseBody({ bodyHtml, bodyText, fullText }: BodyChoice): ChosenBody {
  const { mode, excerptChars, page } = fullText;
  // A page behind a wall holds less than the feed.
  if (mode === 'page' && page && page.bodyText.length > bodyText.length)
    return { html: page.bodyHtml, isCut: false };
  const cut = mode === 'excerpt' && bodyHtml !== undefined ? cutHtml(bodyHtml, excerptChars) : undefined;
  return { html: cut ?? bodyHtml, isCut: cut !== undefined };
}
