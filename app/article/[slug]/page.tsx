import type { Metadata } from 'next';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { startPage } from '@/app/_desk/page-time';
import { RelatedHeadlines } from '@/app/_desk/related-headlines';
import { readHeadlineChanges } from '@/db/queries/headline-changes';
import { readRelatedHeadlines } from '@/db/queries/related-headlines';
import { readStoryMembers } from '@/db/queries/story';
import { articleMetadata, NewsArticleData } from './article-metadata';
import { ArticleAside } from './article-aside';
import { ArticleBody } from './article-body';
import { ArticleHeader } from './article-header';
import { findArticle } from './find-article';
import { HeadlineLedger } from './headline-ledger';
import { RepostNotice } from './repost-notice';
import { WithdrawnNotice } from './withdrawn-notice';

const RELATED_HEADLINES = 6;

interface ArticlePageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  return articleMetadata(await findArticle((await params).slug));
}

export default async function Page({ params }: ArticlePageProps) {
  const time = await startPage();
  const article = await findArticle((await params).slug);
  const [members, changes, related] = await Promise.all([
    readStoryMembers(article.story.id),
    readHeadlineChanges(article.id),
    readRelatedHeadlines({
      storyId: article.story.id,
      tokenIds: article.tokens.map((token) => token.id),
      topicIds: article.topics.map((topic) => topic.id),
      limit: RELATED_HEADLINES,
    }),
  ]);
  return (
    <DeskFrame
      now={time.now}
      asideLabel="Prices and timeline of this story"
      aside={<ArticleAside article={article} members={members} time={time} />}
      after={<RelatedHeadlines headlines={related} time={time} />}
    >
      <article className="pt-5 pb-8">
        <ArticleHeader article={article} time={time} />
        <WithdrawnNotice changes={changes} zone={time.zone} />
        <RepostNotice article={article} zone={time.zone} />
        <HeadlineLedger changes={changes} language={article.language} zone={time.zone} />
        <ArticleBody article={article} />
      </article>
      <NewsArticleData article={article} />
    </DeskFrame>
  );
}
