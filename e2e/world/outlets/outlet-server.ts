import { toPage, toRedirect, type Answer } from '@/e2e/world/answer';
import { findOutlet } from '@/e2e/world/lab/lab-outlets';
import type { Outlet } from '@/e2e/world/news/outlets';
import { answerFeed } from './feed-answer';
import { articlePage, frontPage } from './outlet-pages';
import type { HttpExchange, OutletParts } from './outlet-parts';
import { misbehave } from './misbehave';

const OUTLET_PATH = /^\/outlets\/([a-z-]+)\/(.*)$/;
const PICTURE_MAX_AGE = 'public, max-age=86400, immutable';

/** Answers a request below `/outlets/`, or misbehaves as told; `undefined` when the response has been dealt with. */
export async function answerOutlet(exchange: HttpExchange, parts: OutletParts): Promise<Answer | undefined> {
  const { path, request } = exchange;
  const [, slug = '', rest = ''] = OUTLET_PATH.exec(path.pathname) ?? [];
  const outlet = findOutlet(slug);
  if (outlet === undefined) return notFound();
  if (rest === outlet.feed.file) return misbehave(outlet, exchange, parts);
  // Where a feed goes when it moves; the old address may stop working, this one does not.
  if (rest === `moved/${outlet.feed.file}`) return answerFeed(outlet, request.headers, parts);
  if (rest.startsWith('loop/'))
    return toRedirect(302, `${parts.origin}/outlets/${slug}/loop/${Number(rest.slice(5)) + 1}`);
  if (rest.startsWith('pictures/')) return answerPicture(rest.slice('pictures/'.length), parts);
  return answerPage(outlet, path, parts);
}

function answerPage(outlet: Outlet, path: URL, parts: OutletParts): Answer {
  if (path.pathname === `/outlets/${outlet.slug}/`) {
    return toPage(frontPage(outlet, itemsOn(outlet, path, parts), parts.origin));
  }
  const item = parts.newsroom.itemAt(path.pathname);
  return item ? toPage(articlePage(item, parts.origin)) : notFound();
}

async function answerPicture(name: string, { picture }: OutletParts): Promise<Answer> {
  const file = await picture(name);
  if (file === undefined) return notFound();
  return { status: 200, type: file.type, body: file.bytes, headers: { 'cache-control': PICTURE_MAX_AGE } };
}

function itemsOn(outlet: Outlet, path: URL, { newsroom }: OutletParts) {
  const theme = path.searchParams.get('theme');
  return newsroom.itemsOf(outlet.slug).filter((item) => theme === null || item.theme === theme);
}

function notFound(): Answer {
  return toPage('<!DOCTYPE html><title>Not found</title><h1>Not found</h1>', 404);
}
