import { toHttpUrl } from './url';

const IS_ADDRESS = /^(?:[\d.]+|\[.*\])$/;

/**
 * Every way people write one web address: with and without `https`, `www.` and a slash at the end. The first is the
 * address as it is. With a port of its own the scheme is left alone: another one would be another server.
 */
export function spellingsOf(address: string): readonly string[] {
  const url = toHttpUrl(address);
  if (!url) return [address];
  const bare = url.hostname.replace(/^www\./, '');
  const hosts = IS_ADDRESS.test(bare) || !bare.includes('.') ? [url.hostname] : [bare, `www.${bare}`];
  const schemes = url.port === '' ? ['https:', 'http:'] : [url.protocol];
  const path = url.pathname.replace(/\/+$/, '');
  const paths = path === '' ? ['/'] : [path, `${path}/`];
  const port = url.port === '' ? '' : `:${url.port}`;
  const all = schemes.flatMap((scheme) =>
    hosts.flatMap((host) => paths.map((each) => `${scheme}//${host}${port}${each}${url.search}`)),
  );
  return [...new Set([url.href, ...all])];
}
