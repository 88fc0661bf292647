import { NewStories } from '@/app/_client/live/new-stories';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { HeadlineList } from '@/app/_desk/headline-list';
import type { PageTime } from '@/app/_desk/page-time';
import { WhyHint } from '@/app/_desk/why-hint';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import { OlderLink } from '@/app/_ui/older-link';
import { readTokenHeadlines } from '@/db/queries/headlines';
import type { TokenPage } from '@/db/queries/token';
import type { ListPosition } from '@/lib/model/list-position';
import { tokenPath } from '@/lib/model/paths';
import { TokenAside } from './token-aside';
import { TokenChart } from './token-chart';
import { TokenHeader } from './token-header';

const HEADLINES = 50;

interface TokenDeskProps {
  readonly token: TokenPage;
  readonly time: PageTime;
  /** From where its news goes on; none begins at the newest. */
  readonly older: ListPosition | undefined;
}

/** One token: its price, its course, its news. */
export async function TokenDesk({ token, time, older }: TokenDeskProps) {
  const headlines = await readTokenHeadlines({ tokenId: token.id, limit: HEADLINES, below: older });
  return (
    <DeskFrame now={time.now} asideLabel={`${token.name} in figures`} aside={<TokenAside token={token} />}>
      <TokenHeader token={token} now={time.now} />
      <TokenChart token={token} time={time} />
      <section aria-labelledby="news" className="pb-8">
        <ColumnHeading id="news" title={`News of ${token.name}`} />
        {older === undefined && <NewStories shownAt={time.now} tokenId={token.id} />}
        {headlines.length === 0 && <Note>No article has been about {token.name} yet.</Note>}
        <HeadlineList
          headlines={headlines}
          time={time}
          renderRemark={(headline) => (
            <WhyHint
              id={`why-${headline.id}`}
              token={{ id: token.id, name: token.name, why: headline.why, article: headline }}
              mark="why here"
            />
          )}
        />
        <OlderLink
          path={tokenPath(token.id)}
          last={headlines.length === HEADLINES ? headlines.at(-1) : undefined}
        />
      </section>
    </DeskFrame>
  );
}
