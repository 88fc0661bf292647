import type { Metadata } from 'next';
import { startPage } from '@/app/_desk/page-time';
import { FindForm } from '@/app/_ui/find-form';
import { LeafLinks } from '@/app/_ui/leaf-links';
import { requireOperator } from '@/app/console/require-operator';
import { findNewsroomStories } from '@/db/queries/newsroom-stories';
import { readStoryQuery } from './story-query';
import { StoryTable } from './story-table';

const STORIES_PER_PAGE = 50;
const PATH = '/console/stories';

export const metadata: Metadata = { title: 'Stories' };

interface StoriesPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: StoriesPageProps) {
  const time = await startPage();
  await requireOperator(PATH);
  const { q, page } = readStoryQuery(await searchParams);
  const offset = (page - 1) * STORIES_PER_PAGE;
  const found = await findNewsroomStories(q, { limit: STORIES_PER_PAGE + 1, offset });
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <h1 className="text-20 leading-row tracking-tight">Stories</h1>
      <div className="mt-3 border-y border-line py-2">
        <FindForm
          path={PATH}
          name="q"
          label="Words of a headline, an address, or an id"
          placeholder="Headline, address or id"
          value={q}
        />
      </div>
      <StoryTable stories={found.slice(0, STORIES_PER_PAGE)} time={time} />
      <LeafLinks
        path={PATH}
        search={q === '' ? {} : { q }}
        page={page}
        hasMore={found.length > STORIES_PER_PAGE}
      />
    </main>
  );
}
