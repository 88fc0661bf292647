import { z } from 'zod';
import { NewStories } from '@/app/_client/live/new-stories';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { EmptyDesk } from '@/app/_desk/empty-desk';
import { startPage } from '@/app/_desk/page-time';
import { River } from '@/app/_desk/river';
import { StoryList } from '@/app/_desk/story-list';
import { OlderLink } from '@/app/_ui/older-link';
import { TopicChips } from '@/app/_ui/topic-chips';
import { readHeadlines } from '@/db/queries/headlines';
import { readStoryHeadlines } from '@/db/queries/story-headlines';
import { readTopics } from '@/db/queries/topics';
import type { StoryHeadline } from '@/lib/model/headline';

const STORIES = 40;
const RIVER_HEADLINES = 60;

const query = z.object({ before: z.coerce.date().optional().catch(undefined) });

interface FrontPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: FrontPageProps) {
  const time = await startPage();
  const { before } = query.parse(await searchParams);
  const [stories, headlines, topics] = await Promise.all([
    readStoryHeadlines({ limit: STORIES, before }),
    readHeadlines({ limit: RIVER_HEADLINES, before }),
    readTopics(),
  ]);
  return (
    <DeskFrame now={time.now} asideLabel="River" aside={<River headlines={headlines} time={time} />}>
      <h1 className="sr-only">Crypto news beside live prices</h1>
      <TopicChips topics={topics} />
      <h2 className="sr-only">Stories</h2>
      {before === undefined && <NewStories shownAt={time.now} reachesBack={endOf(stories)} />}
      {stories.length === 0 ? <EmptyDesk time={time} /> : <StoryList stories={stories} time={time} />}
      <OlderLink path="/" last={stories.length === STORIES ? stories.at(-1)?.lastArticleAt : undefined} />
    </DeskFrame>
  );
}

/** Where the list ends: what is older and comes in late would stand on a later page. */
function endOf(stories: readonly StoryHeadline[]): Date {
  return (stories.length < STORIES ? undefined : stories.at(-1)?.lastArticleAt) ?? new Date(0);
}
