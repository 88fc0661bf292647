import { createHash } from 'node:crypto';
import { decodeSegment } from '@/app/_desk/decode-segment';
import { toHttpUrl } from '@/lib/core/url';
import type { TopicId } from '@/lib/model/ids';
import { deskFacts } from '@/lib/reader/desk-facts';
import { writeTopicFeed } from '@/lib/reader/topic-feed';

const KEEP = 'public, max-age=60';

interface TopicFeedContext {
  readonly params: Promise<{ readonly slug: string }>;
}

/** A topic's stories for feed readers. Who has the last answer gets 304. */
export async function GET(request: Request, { params }: TopicFeedContext): Promise<Response> {
  const feed = await writeTopicFeed(decodeSegment((await params).slug) as TopicId, baseOf(request));
  if (!feed) return new Response('There is no such topic.\n', { status: 404, headers: PLAIN });
  const etag = `"${createHash('sha256').update(feed.xml).digest('base64url').slice(0, 27)}"`;
  const headers = {
    etag,
    'cache-control': KEEP,
    'x-content-type-options': 'nosniff',
    ...(feed.changedAt && { 'last-modified': feed.changedAt.toUTCString() }),
  };
  const known = request.headers.get('if-none-match') ?? '';
  if (known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers });
  return new Response(feed.xml, {
    headers: { ...headers, 'content-type': 'application/rss+xml; charset=utf-8' },
  });
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };

/** Where the reader reached us, unless the operator said where that is. */
function baseOf(request: Request): string {
  const { publicUrl } = deskFacts();
  const origin = toHttpUrl(`http://${request.headers.get('host') ?? ''}`)?.origin;
  return (publicUrl ?? origin ?? new URL(request.url).origin).replace(/\/+$/, '');
}
