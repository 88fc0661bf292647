/** What asking came to over some days: the politeness ledger. */
export interface Politeness {
  readonly polls: number;
  /** Answered 304: nothing travelled. */
  readonly notModified: number;
  /** Answered in full with the bytes we had. */
  readonly unchanged: number;
  readonly failed: number;
  /** Answers with Retry-After, each obeyed. */
  readonly retryAfters: number;
  readonly wireBytes: number;
  /** Spared by 304 and by compression. */
  readonly savedBytes: number;
  readonly newArticles: number;
  readonly revisedArticles: number;
}

/** `62 %`; an en dash for a share of nothing. `<1 %` is not nothing, and `100 %` is all. */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 1) return '<1 %';
  return `${percent > 99 && percent < 100 ? 99 : Math.round(percent)} %`;
}
