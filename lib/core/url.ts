/** An absolute http(s) URL, or `undefined` for anything else (`javascript:`, `data:`, nonsense). */
export function toHttpUrl(text: string, base?: string): URL | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/** The host as a reader would name the site: without `www.`. */
export function siteOf(url: string): string | undefined {
  return toHttpUrl(url)?.hostname.replace(/^www\./, '');
}

/** The same text fit for strangers: what follows the `?` of an address may be the key of a paid feed. */
export function hideQueries(text: string): string {
  return text.replace(/(https?:\/\/[^\s?]+)\?[^\s"”]+/gi, '$1?…');
}

/** Whether every `%` of a request's path can be read back: `/token/%E0%A4%A` cannot. */
export function isReadablePath(path: string): boolean {
  try {
    decodeURIComponent(path.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
