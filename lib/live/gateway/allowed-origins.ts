import { toHttpUrl } from '@/lib/core/url';

/**
 * Who may open the socket: a page of this very host, or of the desk's public address.
 * A client without an Origin is no browser and carries no reader's cookies: it may.
 */
export function allowOrigins(publicUrl: string | undefined) {
  const publicOrigin = publicUrl === undefined ? undefined : toHttpUrl(publicUrl)?.origin;
  return (origin: string | undefined, host: string | undefined): boolean => {
    if (origin === undefined) return true;
    const url = toHttpUrl(origin);
    return url !== undefined && (url.origin === publicOrigin || url.host === host?.toLowerCase());
  };
}
