import { escapeText, stripTags } from '@/e2e/world/news/html';
import { itemPath, type Item } from '@/e2e/world/news/item';
import { outletBySlug, OUTLETS } from '@/e2e/world/news/outlets';
import { composeRepost } from '@/e2e/world/news/repost';
import { seedOf } from '@/e2e/world/chance';
import type { PublishRequest } from './requests';
import type { World } from './world-parts';

/** Publishes one item now, written by a test instead of by chance. */
export function publishItem(request: PublishRequest, world: World): Item | undefined {
  const outlet = outletBySlug(request.outlet);
  if (outlet === undefined) return undefined;
  const nowMs = world.now();
  const original = request.repostOf === undefined ? undefined : findItem(request.repostOf, world);
  if (request.repostOf !== undefined && original === undefined) return undefined;
  const id = `p${seedOf(request.title, nowMs, world.newsroom.itemsOf(outlet.slug).length).toString(36)}`;
  const html = request.html ?? toHtml(request.body ?? request.dek ?? request.title);
  const copy = original && composeRepost(original, { outlet, publishedAt: nowMs, origin: world.origin });
  const publishedAt = typeof request.publishedAt === 'string' ? Date.parse(request.publishedAt) : nowMs;
  const item: Item = {
    guid: request.guid ?? `${outlet.slug}-${id}`,
    path:
      request.url === undefined ? itemPath(outlet, request.title, id) : pathBelow(outlet.slug, request.url),
    outlet,
    title: request.title,
    dek: request.dek ?? copy?.dek ?? stripTags(html).slice(0, 240),
    html: copy?.html ?? html,
    categories: request.categories ?? [],
    picture: request.picture === false ? undefined : pictureOf(outlet.slug, id),
    theme: undefined,
    publishedAt,
    updatedAt: nowMs,
    firstShownAt: nowMs,
    isUndated: request.publishedAt === null,
    repostOf: copy?.repostOf,
  };
  world.newsroom.publish(item);
  return item;
}

function findItem(guidOrUrl: string, { newsroom, origin }: World): Item | undefined {
  return OUTLETS.flatMap(({ slug }) => newsroom.itemsOf(slug)).find(
    ({ guid, path }) => guid === guidOrUrl || `${origin}${path}` === guidOrUrl,
  );
}

function toHtml(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeText(paragraph.trim())}</p>`)
    .join('\n');
}

function pathBelow(slug: string, url: string): string {
  return `/outlets/${slug}/${url.replace(/^\/+/, '')}`;
}

function pictureOf(slug: string, id: string) {
  return { path: `/outlets/${slug}/pictures/markets-${id}.png`, type: 'image/png', alt: 'Illustration' };
}
