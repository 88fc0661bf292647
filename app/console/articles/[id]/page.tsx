import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { FeedActions } from '@/app/_client/console/feed-actions';
import { startPage } from '@/app/_desk/page-time';
import { DeskLink } from '@/app/_ui/desk-link';
import { actOnNews } from '@/app/console/newsroom-actions';
import { requireOperator } from '@/app/console/require-operator';
import { readStoryQuery } from '@/app/console/stories/story-query';
import { readNewsroomArticle } from '@/db/queries/newsroom-article';
import type { ArticleId } from '@/lib/model/ids';
import { ArticleHead } from './article-head';
import { RefusedList, RemovedList } from './left-out';
import { TagTable } from './tag-table';
import { TokenFinder } from './token-finder';

interface ArticlePageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const findArticle = cache(async (id: string) => {
  await requireOperator(`/console/articles/${encodeURIComponent(id)}`);
  const article = /^\d{1,15}$/.test(id) ? await readNewsroomArticle(Number(id) as ArticleId) : undefined;
  return article ?? notFound();
});

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  return { title: (await findArticle((await params).id)).title };
}

export default async function Page({ params, searchParams }: ArticlePageProps) {
  const time = await startPage();
  const article = await findArticle((await params).id);
  const { q } = readStoryQuery(await searchParams);
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <p className="text-12 text-muted" dir="auto">
        <DeskLink href={`/console/stories/${article.storyId}`} className="reach">
          Story: {article.storyTitle}
        </DeskLink>
      </p>
      <FeedActions action={actOnNews}>
        <ArticleHead article={article} time={time} />
        <TagTable article={article} />
        <div className="mt-6 grid gap-x-8 gap-y-6 two:grid-cols-2">
          <RefusedList article={article} />
          <RemovedList article={article} />
        </div>
      </FeedActions>
      <TokenFinder article={article} words={q} />
    </main>
  );
}
