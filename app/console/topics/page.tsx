import type { Metadata } from 'next';
import { startPage } from '@/app/_desk/page-time';
import { DeskLink } from '@/app/_ui/desk-link';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import { requireOperator } from '@/app/console/require-operator';
import { loadTopics } from '@/db/queries/load-topics';

export const metadata: Metadata = { title: 'Topics' };

const HEADINGS = ['Topic', 'Words', 'Tokens', 'Sources', 'Languages'];

export default async function Page() {
  await startPage();
  await requireOperator('/console/topics');
  const topics = await loadTopics();
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <h1 className="text-20 leading-row tracking-tight">Topics</h1>
      <p className="mt-1 mb-4 max-w-[72ch] text-13 leading-article text-pretty text-muted">
        What belongs to a topic is decided by its words, its tokens and its sources. Before a change is saved
        you see which articles of the last seven days would come and go by it.
      </p>
      <RecordTable caption="Topics and their rules" headings={HEADINGS}>
        {topics.map((topic) => (
          <RecordRow
            key={topic.id}
            name={
              <>
                <DeskLink href={`/console/topics/${encodeURIComponent(topic.id)}`} className="font-semibold">
                  {topic.name}
                </DeskLink>
                <p className="text-12 text-pretty text-muted">{topic.description}</p>
              </>
            }
          >
            <RecordCell label="Words">{topic.words.length}</RecordCell>
            <RecordCell label="Tokens">{topic.tokenIds.length}</RecordCell>
            <RecordCell label="Sources">{topic.sourceIds.length}</RecordCell>
            <RecordCell label="Languages">{topic.languages.join(', ') || 'all'}</RecordCell>
          </RecordRow>
        ))}
      </RecordTable>
    </main>
  );
}
