import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TopicForm } from '@/app/_client/console/topic-form';
import { decodeSegment } from '@/app/_desk/decode-segment';
import { startPage } from '@/app/_desk/page-time';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { requireOperator } from '@/app/console/require-operator';
import { readTopicEdits } from '@/db/queries/topic-edits';
import { readTopicSettings } from '@/db/queries/topic-settings';
import type { TopicId } from '@/lib/model/ids';
import { topicPath } from '@/lib/model/paths';
import { toTopicDraft } from '@/lib/model/topic';
import { saveTopicAction } from './actions';
import { TopicEdits } from './topic-edits';

export const metadata: Metadata = { title: 'Topic' };

interface TopicPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export default async function Page({ params }: TopicPageProps) {
  const time = await startPage();
  const segment = (await params).id;
  await requireOperator(`/console/topics/${segment}`);
  const id = decodeSegment(segment) as TopicId;
  const topic = await readTopicSettings(id);
  if (!topic) notFound();
  const edits = await readTopicEdits(id);
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <p className="text-12 text-muted">
        <DeskLink href="/console/topics" className="reach">
          Topics
        </DeskLink>
      </p>
      <h1 className="mt-1 mb-2 text-20 leading-row tracking-tight">{topic.name}</h1>
      <section aria-labelledby="rules">
        <ColumnHeading
          id="rules"
          title="Rules"
          aside={<DeskLink href={topicPath(id)}>Its page, as readers see it</DeskLink>}
        />
        <TopicForm
          key={edits.filter(({ undoneAt }) => undoneAt !== undefined).length}
          action={saveTopicAction.bind(null, id)}
          values={toTopicDraft(topic)}
        />
      </section>
      <TopicEdits edits={edits} time={time} />
    </main>
  );
}
