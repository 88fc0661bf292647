import { NewStories } from '@/app/_client/live/new-stories';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { EmptyDesk } from '@/app/_desk/empty-desk';
import { lastPosition, readOlderThan, toStoryPosition, type SearchParams } from '@/app/_desk/older-than';
import { startPage } from '@/app/_desk/page-time';
import { River } from '@/app/_desk/river';
import { StoryList } from '@/app/_desk/story-list';
import { OlderLink } from '@/app/_ui/older-link';
import { TopicChips } from '@/app/_ui/topic-chips';
import { readHeadlines } from '@/db/queries/headlines';
import { readStoryHeadlines } from '@/db/queries/story-headlines';
import { readTopics } from '@/db/queries/topics';
import type { StoryHeadline } from '@/lib/model/headline';

const STORIES = 30;
const RIVER_HEADLINES = 60;

interface FrontPageProps {
  readonly searchParams: SearchParams;
}

export default async function Page({ searchParams }: FrontPageProps) {
  const time = await startPage();
  const older = await readOlderThan(searchParams);
  const [stories, headlines, topics] = await Promise.all([
    readStoryHeadlines({ limit: STORIES, below: older && toStoryPosition(older) }),
    readHeadlines({ limit: RIVER_HEADLINES, below: older && { at: older.at, id: 0 } }),
    readTopics(),
  ]);
  return (
    <DeskFrame now={time.now} asideLabel="River" aside={<River headlines={headlines} time={time} />}>
      <h1 className="sr-only">Crypto news beside live prices</h1>
      <TopicChips topics={topics} />
      <h2 className="sr-only">Stories</h2>
      {older === undefined && <NewStories shownAt={time.now} reachesBack={endOf(stories)} />}
      {stories.length === 0 ? <EmptyDesk time={time} /> : <StoryList stories={stories} time={time} />}
      <OlderLink path="/" last={lastPosition(stories, STORIES)} />
    </DeskFrame>
  );
}

/** Where the list ends: what is older and comes in late would stand on a later page. */
function endOf(stories: readonly StoryHeadline[]): Date {
  return (stories.length < STORIES ? undefined : stories.at(-1)?.lastArticleAt) ?? new Date(0);
}
