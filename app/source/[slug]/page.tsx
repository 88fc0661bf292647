import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { NewStories } from '@/app/_client/live/new-stories';
import { decodeSegment } from '@/app/_desk/decode-segment';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { HeadlineList } from '@/app/_desk/headline-list';
import { readOlderThan, type SearchParams } from '@/app/_desk/older-than';
import { startPage } from '@/app/_desk/page-time';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { Note } from '@/app/_ui/note';
import { OlderLink } from '@/app/_ui/older-link';
import { readHeadlines } from '@/db/queries/headlines';
import { readSource } from '@/db/queries/source';
import type { SourceId } from '@/lib/model/ids';
import { sourcePath } from '@/lib/model/paths';
import { SourceAside } from './source-aside';
import { SourceHeader } from './source-header';

const HEADLINES = 60;

interface SourcePageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: SearchParams;
}

const findSource = cache(
  async (slug: string) => (await readSource(decodeSegment(slug) as SourceId)) ?? notFound(),
);

export async function generateMetadata({ params }: SourcePageProps): Promise<Metadata> {
  const source = await findSource((await params).slug);
  return { title: source.name, description: `What ${source.name} published, and how its feeds are doing.` };
}

export default async function Page({ params, searchParams }: SourcePageProps) {
  const time = await startPage();
  const source = await findSource((await params).slug);
  const older = await readOlderThan(searchParams);
  const headlines = await readHeadlines({ limit: HEADLINES, below: older, sourceId: source.id });
  return (
    <DeskFrame
      now={time.now}
      asideLabel={`About ${source.name}`}
      aside={<SourceAside source={source} time={time} />}
    >
      <SourceHeader source={source} />
      <section aria-labelledby="articles" className="pb-4">
        <ColumnHeading id="articles" title="Articles" />
        {older === undefined && <NewStories shownAt={time.now} sourceId={source.id} />}
        {headlines.length === 0 && <Note>Nothing has come from {source.name} yet.</Note>}
        <HeadlineList headlines={headlines} time={time} withSource={false} />
      </section>
      <OlderLink
        path={sourcePath(source.id)}
        last={headlines.length === HEADLINES ? headlines.at(-1) : undefined}
      />
    </DeskFrame>
  );
}
