import { ActButton } from '@/app/_client/console/act-button';
import { FeedActions } from '@/app/_client/console/feed-actions';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { FindForm } from '@/app/_ui/find-form';
import { Note } from '@/app/_ui/note';
import { actOnNews } from '@/app/console/newsroom-actions';
import type { NewsroomArticle } from '@/db/queries/newsroom-article';
import { readTokens } from '@/db/queries/token';
import { TokenName } from './token-name';

const MAX_FOUND = 12;

/** Looks for a token that the linker missed, to tag the article with it. */
export async function TokenFinder({ article, words }: { article: NewsroomArticle; words: string }) {
  const found = words === '' ? [] : await readTokens(words, MAX_FOUND);
  return (
    <section aria-labelledby="find" className="mt-8">
      <ColumnHeading id="find" title="Tag it with another token" />
      <div className="py-2">
        <FindForm
          path={`/console/articles/${article.id}`}
          name="q"
          label="Find a token by its symbol or name"
          placeholder="Symbol or name"
          value={words}
        />
      </div>
      <FeedActions action={actOnNews}>
        {words !== '' && found.length === 0 && <Note>No token goes by that.</Note>}
        <ul>
          {found.map((token) => (
            <li
              key={token.id}
              className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5 border-b border-line py-2 text-13"
            >
              <span className="min-w-0">
                <TokenName token={token} />
              </span>
              <span className="flex gap-1.5">
                <ActButton
                  value={`add:${article.id}:${token.id}`}
                  label="Tag"
                  pendingLabel="Tagging…"
                  of={`with ${token.name}`}
                />
                <ActButton
                  value={`main:${article.id}:${token.id}`}
                  label="Tag as main"
                  pendingLabel="Tagging…"
                  of={token.name}
                />
              </span>
            </li>
          ))}
        </ul>
      </FeedActions>
    </section>
  );
}
