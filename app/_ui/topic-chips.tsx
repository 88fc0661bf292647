import type { TopicLabel } from '@/lib/model/headline';
import { topicPath } from '@/lib/model/paths';
import { DeskLink } from './desk-link';

/** Every topic in one line that scrolls by hand. */
export function TopicChips({ topics }: { topics: readonly TopicLabel[] }) {
  if (topics.length === 0) return null;
  return (
    <nav aria-label="Topics" className="-mx-(--side) border-b border-line">
      <ul className="chips flex h-11 items-center gap-x-4 overflow-x-auto px-(--side) text-12 two:h-9">
        {topics.map((topic) => (
          <li key={topic.id} className="shrink-0">
            <DeskLink
              href={topicPath(topic.id)}
              className="flex h-11 items-center text-muted hover:text-text two:h-9"
            >
              {topic.name}
            </DeskLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
