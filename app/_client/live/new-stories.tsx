'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState, useSyncExternalStore, useTransition } from 'react';
import { DAY_MS } from '@/lib/core/time';
import { liveDesk } from './live-desk';
import type { NewsInbox, StoryFilter } from './news-inbox';

/** A busy hour must not talk over the reader. */
const ANNOUNCE_EVERY_MS = 10_000;

interface NewStoriesProps extends StoryFilter {
  /** The server's time when it wrote the list. */
  readonly shownAt: Date;
  /** The time of the list's last entry: what is older and comes in late would stand below it, unseen. */
  readonly reachesBack?: Date | undefined;
}

/** `3 new`: stories that came in wait behind a button, so that the list never moves under the reader's eyes. */
export function NewStories({ shownAt, reachesBack, ...filter }: NewStoriesProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const count = useNewStoryCount({
    ...filter,
    shownAt: shownAt.getTime(),
    reachesBack: reachesBack?.getTime() ?? shownAt.getTime() - DAY_MS,
  });
  useTitleCount(count);
  const announced = useCalm(count);

  function show(): void {
    startTransition(() => router.refresh());
    scrollTo({ top: 0 });
  }

  return (
    <div data-needs-script="">
      <output className="sr-only">
        {announced > 0 && `${announced} new ${announced === 1 ? 'story' : 'stories'}`}
      </output>
      {count > 0 && (
        <button
          type="button"
          onClick={show}
          disabled={pending}
          className="flex h-7 w-full items-center justify-center gap-1.5 border-b border-line bg-surface text-12 font-semibold text-text hover:underline pointer-coarse:h-11"
        >
          <span aria-hidden="true" className="text-accent">
            ↑
          </span>
          {pending ? 'Loading…' : `${count} new`}
        </button>
      )}
    </div>
  );
}

function useNewStoryCount(list: Parameters<NewsInbox['count']>[0]): number {
  const { shownAt } = list;
  const listen = useCallback(
    (changed: () => void) => {
      const release = liveDesk().wantNews(shownAt);
      const leave = liveDesk().inbox.subscribe(changed);
      return () => {
        leave();
        release();
      };
    },
    [shownAt],
  );
  return useSyncExternalStore(
    listen,
    () => liveDesk().inbox.count(list),
    () => 0,
  );
}

/** `(3) Tapewire` in the tab, as long as there is something new. */
function useTitleCount(count: number): void {
  useEffect(() => {
    if (count === 0) return;
    const mark = `(${count}) `;
    document.title = mark + document.title;
    return () => {
      if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length);
    };
  }, [count]);
}

/** Follows a number, at most once in ten seconds. */
function useCalm(count: number): number {
  const [calm, setCalm] = useState({ count: 0, at: 0 });
  useEffect(() => {
    const wait = count === 0 ? 0 : Math.max(0, calm.at + ANNOUNCE_EVERY_MS - Date.now());
    const timer = setTimeout(
      () => setCalm((last) => (last.count === count ? last : { count, at: Date.now() })),
      wait,
    );
    return () => clearTimeout(timer);
  }, [count, calm.at]);
  return calm.count;
}
