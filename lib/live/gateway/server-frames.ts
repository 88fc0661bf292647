import {
  HEARTBEAT_MS,
  MAX_CLIENT_MESSAGE_BYTES,
  MAX_SUBSCRIPTIONS,
  PROTOCOL_VERSION,
  type NewsItem,
  type ServerMessage,
} from '@/lib/live/protocol';
import type { NewsEvent } from '@/lib/model/news-event';
import type { VenueStatus } from '@/lib/model/venue';

export function toFrame(message: ServerMessage): string {
  return JSON.stringify(message);
}

export function helloFrame(epoch: string, now: Date, simulated: boolean): string {
  return toFrame({
    t: 'hello',
    v: PROTOCOL_VERSION,
    epoch,
    now: now.getTime(),
    heartbeatMs: HEARTBEAT_MS,
    simulated,
    max: { subscriptions: MAX_SUBSCRIPTIONS, messageBytes: MAX_CLIENT_MESSAGE_BYTES },
  });
}

/** Joined from ready-made rows: parsing and writing them anew for each client would be most of the work. */
export function snapshotFrame(epoch: string, seq: number, rows: Rows): string {
  return `{"t":"snap","epoch":${JSON.stringify(epoch)},"seq":${seq},${rowsField(rows)}}`;
}

export function deltaFrame(seq: number, rows: Rows): string {
  return `{"t":"d","seq":${seq},${rowsField(rows)}}`;
}

export function venueFrame({ venue, state, since }: VenueStatus): string {
  return toFrame({ t: 'venue', venue, state, since: since.getTime() });
}

export function newsFrame(event: NewsEvent, at: Date): string {
  const item: NewsItem = {
    articleId: event.articleId,
    storyId: event.storyId,
    repost: event.repost,
    opensStory: event.opensStory,
    slug: event.slug,
    title: event.title,
    sourceId: event.sourceId,
    sourceName: event.sourceName,
    language: event.language,
    tokenIds: event.tokenIds,
    topicIds: event.topicIds,
    claimedAt: event.claimedAt?.getTime() ?? null,
    firstSeenAt: event.firstSeenAt.getTime(),
  };
  return toFrame({ t: 'news', at: at.getTime(), item });
}

function rowsField({ now, fragments }: Rows): string {
  return `"now":${now.getTime()},"q":[${fragments.join(',')}]`;
}

interface Rows {
  readonly now: Date;
  readonly fragments: readonly string[];
}
