import { randomInt } from 'node:crypto';
import { escapeText, stripTags } from '@/e2e/world/news/html';
import { itemPath, type Item } from '@/e2e/world/news/item';
import { findOutlet } from '@/e2e/world/lab/lab-outlets';
import type { Outlet } from '@/e2e/world/news/outlets';
import { composeRepost } from '@/e2e/world/news/repost';
import { seedOf } from '@/e2e/world/chance';
import type { PublishRequest } from './requests';
import { originOf, outletsOf, type World } from './world-parts';

const DEK_CHARS = 240;

/** Publishes one item now, written by a test instead of by chance; `undefined` when there is nothing to repost. */
export function publishItem(request: PublishRequest, world: World): Item | undefined {
  const outlet = findOutlet(request.outlet);
  const original = request.repostOf === undefined ? undefined : findItem(request.repostOf, world);
  if (outlet === undefined || (request.repostOf !== undefined && original === undefined)) return undefined;
  const nowMs = world.now();
  const item = { ...writeItem(request, outlet, nowMs), ...datesOf(request, nowMs) };
  const copy = original && composeRepost(original, { outlet, publishedAt: nowMs, origin: world.origin });
  const published = copy ? { ...item, dek: copy.dek, html: copy.html, repostOf: copy.repostOf } : item;
  world.newsroom.publish(published);
  return published;
}

function writeItem(request: PublishRequest, outlet: Outlet, nowMs: number) {
  const { title, dek, url } = request;
  const html = request.html ?? toHtml(request.body ?? dek ?? title);
  const id = `p${seedOf(title, nowMs, randomInt(1_000_000)).toString(36)}`;
  return {
    guid: request.guid ?? `${outlet.slug}-${id}`,
    path:
      url === undefined ? itemPath(outlet, title, id) : `/outlets/${outlet.slug}/${url.replace(/^\/+/, '')}`,
    outlet,
    title,
    dek: dek ?? stripTags(html).slice(0, DEK_CHARS),
    html,
    categories: request.categories ?? [],
    picture: request.picture === false ? undefined : pictureOf(outlet.slug, id),
    theme: undefined,
    repostOf: undefined,
  };
}

function datesOf({ publishedAt }: PublishRequest, nowMs: number) {
  return {
    publishedAt: typeof publishedAt === 'string' ? Date.parse(publishedAt) : nowMs,
    updatedAt: nowMs,
    firstShownAt: nowMs,
    isUndated: publishedAt === null,
  };
}

function findItem(guidOrUrl: string, world: World): Item | undefined {
  return outletsOf(world)
    .flatMap(({ slug }) => world.newsroom.itemsOf(slug))
    .find(
      ({ guid, path, outlet }) =>
        guid === guidOrUrl || `${originOf(outlet.slug, world)}${path}` === guidOrUrl,
    );
}

function toHtml(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeText(paragraph.trim())}</p>`)
    .join('\n');
}

function pictureOf(slug: string, id: string) {
  return { path: `/outlets/${slug}/pictures/markets-${id}.png`, type: 'image/png', alt: 'Illustration' };
}
