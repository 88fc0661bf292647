import type { NewsItem } from '@/lib/live/protocol';

/** A page left open for days still counts; it does not remember every story. */
const MAX_HELD = 500;

/** The articles that came in since the page was written, for the "3 new" buttons to count by story. */
export function createNewsInbox(): NewsInbox {
  let held: readonly Heard[] = [];
  const listeners = new Set<() => void>();
  return {
    add({ at, item }) {
      // A repost adds nothing to read, unless it is the first we see of a story.
      if (item.repost && !item.opensStory) return;
      if (held.some((heard) => heard.item.articleId === item.articleId)) return;
      held = [...held, { at, item }].slice(-MAX_HELD);
      for (const tell of listeners) tell();
    },
    count({ shownAt, reachesBack, ...filter }) {
      const fresh = held.filter(
        ({ at, item }) =>
          at > shownAt && (item.claimedAt ?? item.firstSeenAt) >= reachesBack && passes(item, filter),
      );
      return new Set(fresh.map(({ item }) => item.storyId)).size;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function passes(item: NewsItem, { storyId, sourceId, tokenId, topicId }: StoryFilter): boolean {
  return (
    (storyId === undefined || item.storyId === storyId) &&
    (sourceId === undefined || item.sourceId === sourceId) &&
    (tokenId === undefined || item.tokenIds.includes(tokenId)) &&
    (topicId === undefined || item.topicIds.includes(topicId))
  );
}

interface Heard {
  /** When it was told, on the server's clock. */
  readonly at: number;
  readonly item: NewsItem;
}

/** What a list shows: all stories, or those of one thing. */
export interface StoryFilter {
  readonly storyId?: number | undefined;
  readonly sourceId?: string | undefined;
  readonly tokenId?: string | undefined;
  readonly topicId?: string | undefined;
}

interface ShownList extends StoryFilter {
  /** When it was written, on the server's clock. */
  readonly shownAt: number;
  /** The time of its last entry: an older article, come in late, would stand below it. */
  readonly reachesBack: number;
}

export interface NewsInbox {
  add(heard: Heard): void;
  /** Stories told of after the list was written that would stand in it. */
  count(list: ShownList): number;
  subscribe(listener: () => void): () => void;
}
