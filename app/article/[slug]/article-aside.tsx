import { WrongCoin } from '@/app/_client/wrong-coin';
import type { PageTime } from '@/app/_desk/page-time';
import { StoryTimeline } from '@/app/_desk/story-timeline';
import { TokenCard } from '@/app/_desk/token-card';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import type { ArticlePage } from '@/db/queries/article';
import { readDayCloses } from '@/db/queries/day-closes';
import type { StoryMember } from '@/db/queries/story';
import { storyPath } from '@/lib/model/paths';
import { reportWrongTokenAction } from './report-actions';

interface ArticleAsideProps {
  readonly article: ArticlePage;
  readonly members: readonly StoryMember[];
  readonly time: PageTime;
}

/** The price of what the article is about, and who told it when. No token, no price. */
export async function ArticleAside({ article, members, time }: ArticleAsideProps) {
  const [main] = article.tokens;
  const closes = main ? await readDayCloses(main.id, time.now) : [];
  return (
    <>
      {article.tokens.map((token) => (
        <TokenCard
          key={token.id}
          token={token}
          now={time.now}
          size={token === main ? 'full' : 'compact'}
          closes={token === main ? closes : []}
        >
          <WrongCoin
            action={reportWrongTokenAction.bind(null, { articleId: article.id, tokenId: token.id })}
            tokenName={token.name}
          />
        </TokenCard>
      ))}
      {members.length > 1 && (
        <section aria-labelledby="timeline" className="pb-6">
          <ColumnHeading
            id="timeline"
            title="Who told it when"
            aside={<DeskLink href={storyPath(article.story)}>The whole story</DeskLink>}
          />
          <StoryTimeline members={members} currentId={article.id} zone={time.zone} />
        </section>
      )}
    </>
  );
}
