import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { NewStories } from '@/app/_client/live/new-stories';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { HeadlineList } from '@/app/_desk/headline-list';
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

const query = z.object({ before: z.coerce.date().optional().catch(undefined) });

interface SourcePageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const findSource = cache(async (slug: string) => (await readSource(slug as SourceId)) ?? notFound());

export async function generateMetadata({ params }: SourcePageProps): Promise<Metadata> {
  const source = await findSource((await params).slug);
  return { title: source.name, description: `What ${source.name} published, and how its feeds are doing.` };
}

export default async function Page({ params, searchParams }: SourcePageProps) {
  const time = await startPage();
  const source = await findSource((await params).slug);
  const { before } = query.parse(await searchParams);
  const headlines = await readHeadlines({ limit: HEADLINES, before, sourceId: source.id });
  return (
    <DeskFrame
      now={time.now}
      asideLabel={`About ${source.name}`}
      aside={<SourceAside source={source} time={time} />}
    >
      <SourceHeader source={source} />
      <section aria-labelledby="articles" className="pb-4">
        <ColumnHeading id="articles" title="Articles" />
        {before === undefined && <NewStories shownAt={time.now} sourceId={source.id} />}
        {headlines.length === 0 && <Note>Nothing has come from {source.name} yet.</Note>}
        <HeadlineList headlines={headlines} time={time} withSource={false} />
      </section>
      <OlderLink
        path={sourcePath(source.id)}
        last={headlines.length === HEADLINES ? headlines.at(-1)?.at : undefined}
      />
    </DeskFrame>
  );
}
