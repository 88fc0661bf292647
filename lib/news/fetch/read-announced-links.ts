import { toHttpUrl } from '@/lib/core/url';

const MAX_HUBS = 5;
const MAX_HEADER_CHARS = 8_000;
/** `<target>; name=value; name="value"`: what RFC 8288 calls a link-value. */
const LINK = /<([^<>]*)>((?:\s*;\s*[^\s=;,]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^";,\s]*))?)*)/g;
const RELATION = /;\s*rel\s*=\s*(?:"([^"]*)"|([^";,\s]*))/i;

/** The hubs and the own address that `Link` headers name, absolute. The first `self` counts. */
export function readAnnouncedLinks(
  header: string | undefined,
  base: string,
): { readonly hubs: readonly string[]; readonly selfLink: string | undefined } {
  const links = [...(header ?? '').slice(0, MAX_HEADER_CHARS).matchAll(LINK)].flatMap(
    ([, target = '', parameters = '']) => {
      const url = toHttpUrl(target, base)?.href;
      return url === undefined ? [] : { url, relations: relationsOf(parameters) };
    },
  );
  const urlsOf = (relation: string) =>
    links.filter(({ relations }) => relations.includes(relation)).map(({ url }) => url);
  return { hubs: [...new Set(urlsOf('hub'))].slice(0, MAX_HUBS), selfLink: urlsOf('self')[0] };
}

/** One link may have several relations, parted by spaces. */
function relationsOf(parameters: string): readonly string[] {
  const [, quoted, bare] = RELATION.exec(parameters) ?? [];
  return (quoted ?? bare ?? '').toLowerCase().split(/\s+/);
}
