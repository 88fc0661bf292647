import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { FeedActions } from '@/app/_client/console/feed-actions';
import { startPage } from '@/app/_desk/page-time';
import { DeskLink } from '@/app/_ui/desk-link';
import { actOnNews } from '@/app/console/newsroom-actions';
import { requireOperator } from '@/app/console/require-operator';
import { readStoryQuery } from '@/app/console/stories/story-query';
import { readNewsroomMembers, readNewsroomStory } from '@/db/queries/newsroom-stories';
import type { StoryId } from '@/lib/model/ids';
import { MemberTable } from './member-table';
import { MergeSearch } from './merge-search';
import { StoryHead } from './story-head';

interface StoryPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const findStory = cache(async (id: string) => {
  await requireOperator(`/console/stories/${encodeURIComponent(id)}`);
  const story = /^\d{1,15}$/.test(id) ? await readNewsroomStory(Number(id) as StoryId) : undefined;
  return story ?? notFound();
});

export async function generateMetadata({ params }: StoryPageProps): Promise<Metadata> {
  return { title: (await findStory((await params).id)).title };
}

export default async function Page({ params, searchParams }: StoryPageProps) {
  const time = await startPage();
  const story = await findStory((await params).id);
  if (story.redirectTo !== undefined) redirect(`/console/stories/${story.redirectTo}`);
  const { q } = readStoryQuery(await searchParams);
  const members = await readNewsroomMembers(story.id);
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <p className="text-12 text-muted">
        <DeskLink href="/console/stories" className="reach">
          Stories
        </DeskLink>
      </p>
      <FeedActions action={actOnNews}>
        <StoryHead story={story} time={time} />
        <MemberTable story={story} members={members} time={time} />
      </FeedActions>
      <MergeSearch story={story} words={q} time={time} />
    </main>
  );
}
