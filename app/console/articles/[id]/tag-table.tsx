import { ActButton } from '@/app/_client/console/act-button';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import type { NewsroomArticle, NewsroomTag } from '@/db/queries/newsroom-article';
import { explainTag } from '@/lib/model/explain-tag';
import { TokenName } from './token-name';

const HEADINGS = ['Token', 'Why', 'Score'];

/** The tokens an article is about, with what says so, and the way to change that. */
export function TagTable({ article }: { article: NewsroomArticle }) {
  return (
    <section aria-labelledby="tags" className="mt-6">
      <ColumnHeading id="tags" title="Tags" aside="the main one opens the price card" />
      {article.tags.length === 0 && <Note>It is about no token.</Note>}
      {article.tags.length > 0 && (
        <RecordTable caption="Tokens this article is about, and why" headings={HEADINGS} hasActions>
          {article.tags.map((tag) => (
            <Row key={tag.id} tag={tag} articleId={article.id} />
          ))}
        </RecordTable>
      )}
    </section>
  );
}

function Row({ tag, articleId }: { tag: NewsroomTag; articleId: NewsroomArticle['id'] }) {
  const of = `${tag.name} (${tag.symbol})`;
  return (
    <RecordRow name={<TokenName token={tag} note={tag.isMain ? 'main' : undefined} />}>
      <RecordCell wide>{explainTag(tag.why)}</RecordCell>
      <RecordCell label="Score">{tag.score.toFixed(2)}</RecordCell>
      <RecordCell wide>
        <div className="flex flex-wrap gap-1.5 two:justify-end">
          {tag.isMain ? (
            <ActButton
              value={`not-main:${articleId}:${tag.id}`}
              label="Not the main one"
              pendingLabel="Changing…"
              of={of}
            />
          ) : (
            <ActButton
              value={`main:${articleId}:${tag.id}`}
              label="Make main"
              pendingLabel="Changing…"
              of={of}
            />
          )}
          <ActButton
            value={`remove:${articleId}:${tag.id}`}
            label="Take off for good"
            pendingLabel="Taking off…"
            of={of}
          />
        </div>
      </RecordCell>
    </RecordRow>
  );
}
