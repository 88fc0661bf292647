import type { NewsEvent } from '@/lib/model/news-event';
import { newsFrame } from './server-frames';

const MAX_HELD = 100;

/** The last stories told, ready to be told again to a browser that was away for a moment. */
export function createRecentNews(): RecentNews {
  const held: { readonly at: number; readonly frame: string }[] = [];
  return {
    add(event, now) {
      const frame = newsFrame(event, now);
      held.push({ at: now.getTime(), frame });
      if (held.length > MAX_HELD) held.shift();
      return frame;
    },
    since: (at) => held.filter((story) => story.at > at).map((story) => story.frame),
  };
}

export interface RecentNews {
  /** Keeps the story; returns its frame. */
  add(event: NewsEvent, now: Date): string;
  since(at: number): readonly string[];
}
