import { toSlug } from '@/lib/core/slug';
import type { SourceId } from '@/lib/model/ids';

const MAX_CHARS = 60;

/** A source's id as a wish, readable in an address: the name where it is Latin, else the host. */
export function toSourceId(name: string, siteUrl: string): SourceId {
  const slug = toSlug(name);
  const readable = /^[a-z\d-]+$/.test(slug) ? slug : toSlug(new URL(siteUrl).hostname.replace(/^www\./, ''));
  return readable.slice(0, MAX_CHARS).replace(/-+$/, '') as SourceId;
}
