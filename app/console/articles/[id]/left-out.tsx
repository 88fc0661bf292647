import type { ReactNode } from 'react';
import { ActButton } from '@/app/_client/console/act-button';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import type { NewsroomArticle, NewsroomToken } from '@/db/queries/newsroom-article';
import { TokenName } from './token-name';

/** What the linker thought of and left, with its reason; kept for some days. */
export function RefusedList({ article }: { article: NewsroomArticle }) {
  return (
    <section aria-labelledby="refused" className="min-w-0">
      <ColumnHeading id="refused" title="Considered and left out" aside="kept for seven days" />
      {article.refused.length === 0 && <Note>Nothing was in question.</Note>}
      <ul>
        {article.refused.map((token) => (
          <Entry key={token.id} token={token} article={article}>
            “{token.matchedText}”: {token.reason}
          </Entry>
        ))}
      </ul>
    </section>
  );
}

/** What operators took off: the linker does not bring it back. */
export function RemovedList({ article }: { article: NewsroomArticle }) {
  return (
    <section aria-labelledby="removed" className="min-w-0">
      <ColumnHeading id="removed" title="Taken off for good" />
      {article.removed.length === 0 && <Note>No tag was taken off by hand.</Note>}
      <ul>
        {article.removed.map((token) => (
          <Entry key={token.id} token={token} article={article} />
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  readonly token: NewsroomToken;
  readonly article: NewsroomArticle;
  readonly children?: ReactNode;
}

function Entry({ token, article, children }: EntryProps) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5 border-b border-line py-2 text-13">
      <span className="min-w-0">
        <TokenName token={token} />
        {children !== undefined && <span className="block text-12 text-pretty">{children}</span>}
      </span>
      <ActButton
        value={`add:${article.id}:${token.id}`}
        label="Tag it"
        pendingLabel="Tagging…"
        of={`with ${token.name}`}
      />
    </li>
  );
}
