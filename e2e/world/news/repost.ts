import { createChance, seedOf } from '@/e2e/world/chance';
import { escapeText, stripTags } from './html';
import { itemPath, type Item, type Original } from './item';
import type { Outlet } from './outlets';

const EXCERPT_WORDS = 55;
const RETITLED_SHARE = 0.3;

/** An aggregator's copy: the whole text or an excerpt, and the sentence that says where it is from. */
export function composeRepost(of: Item, { outlet, publishedAt, origin }: RepostSettings): Item {
  const original: Original = {
    title: of.title,
    url: `${origin}${of.path}`,
    outletName: of.outlet.name,
    outletUrl: `${origin}/outlets/${of.outlet.slug}/`,
  };
  const id = of.guid.replace(`${of.outlet.slug}-`, '');
  const title = retitle(of, outlet);
  const tail = appearedFirst(original);
  const excerpt = `${firstWords(stripTags(of.html))} […]`;
  return {
    guid: `${outlet.slug}-${id}`,
    path: itemPath(outlet, title, id),
    outlet,
    title,
    dek: outlet.feed.fullText ? excerpt : `${excerpt} ${stripTags(tail)}`,
    html: outlet.feed.fullText ? `${of.html}\n${tail}` : `<p>${escapeText(excerpt)}</p>\n${tail}`,
    categories: of.categories.slice(0, 1),
    picture: of.picture,
    theme: of.theme,
    publishedAt,
    updatedAt: publishedAt,
    firstShownAt: publishedAt,
    isUndated: false,
    repostOf: original,
  };
}

function appearedFirst({ title, url, outletName, outletUrl }: Original): string {
  const post = `<a href="${escapeText(url)}">${escapeText(title)}</a>`;
  return `<p>The post ${post} appeared first on <a href="${escapeText(outletUrl)}">${escapeText(outletName)}</a>.</p>`;
}

function retitle(of: Item, outlet: Outlet): string {
  const chance = createChance(seedOf(of.guid, outlet.slug));
  if (!chance.isLikely(RETITLED_SHARE)) return of.title;
  return chance.pick([
    `Just in: ${of.title}`,
    `${of.title} | ${of.outlet.name}`,
    `${of.title} – what we know`,
  ]);
}

function firstWords(text: string): string {
  return text.split(' ').slice(0, EXCERPT_WORDS).join(' ');
}

interface RepostSettings {
  readonly outlet: Outlet;
  readonly publishedAt: number;
  readonly origin: string;
}
