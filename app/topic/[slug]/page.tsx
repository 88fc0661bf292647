import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { NewStories } from '@/app/_client/live/new-stories';
import { decodeSegment } from '@/app/_desk/decode-segment';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { lastPosition, readOlderThan, toStoryPosition, type SearchParams } from '@/app/_desk/older-than';
import { startPage } from '@/app/_desk/page-time';
import { StoryList } from '@/app/_desk/story-list';
import { Note } from '@/app/_ui/note';
import { OlderLink } from '@/app/_ui/older-link';
import { readStoryHeadlines } from '@/db/queries/story-headlines';
import { readTopic } from '@/db/queries/topics';
import type { TopicId } from '@/lib/model/ids';
import { topicFeedPath, topicPath } from '@/lib/model/paths';
import { TopicAside } from './topic-aside';

const STORIES = 30;

interface TopicPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: SearchParams;
}

const findTopic = cache(
  async (slug: string) => (await readTopic(decodeSegment(slug) as TopicId)) ?? notFound(),
);

export async function generateMetadata({ params }: TopicPageProps): Promise<Metadata> {
  const topic = await findTopic((await params).slug);
  return {
    title: `${topic.name}: news`,
    description: topic.description,
    alternates: {
      canonical: topicPath(topic.id),
      types: { 'application/rss+xml': [{ url: topicFeedPath(topic.id), title: `${topic.name} · Tapewire` }] },
    },
  };
}

export default async function Page({ params, searchParams }: TopicPageProps) {
  const time = await startPage();
  const topic = await findTopic((await params).slug);
  const older = await readOlderThan(searchParams);
  const stories = await readStoryHeadlines({
    limit: STORIES,
    below: older && toStoryPosition(older),
    topicId: topic.id,
  });
  return (
    <DeskFrame
      now={time.now}
      asideLabel="Beside this topic"
      aside={<TopicAside topic={topic} now={time.now} />}
    >
      <header className="max-w-[72ch] border-b border-line pt-5 pb-4 text-15">
        <h1 className="text-20 leading-row tracking-tight">{topic.name}</h1>
        <p className="mt-1.5 text-13 text-pretty text-muted">{topic.description}</p>
        <p className="mt-1.5 text-12 text-muted">
          <a href={topicFeedPath(topic.id)} className="reach underline">
            Follow it in a feed reader (RSS)
          </a>
        </p>
      </header>
      <h2 className="sr-only">Stories</h2>
      {older === undefined && <NewStories shownAt={time.now} topicId={topic.id} />}
      {stories.length === 0 && <Note>No story on this topic yet. It fills as articles come in.</Note>}
      <StoryList stories={stories} time={time} />
      <OlderLink path={topicPath(topic.id)} last={lastPosition(stories, STORIES)} />
    </DeskFrame>
  );
}
