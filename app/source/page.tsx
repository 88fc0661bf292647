import type { Metadata } from 'next';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { startPage } from '@/app/_desk/page-time';
import { River } from '@/app/_desk/river';
import { readHeadlines } from '@/db/queries/headlines';
import { readSources } from '@/db/queries/source';
import { countWords } from '@/lib/model/feed-words';
import { SourceTable } from './source-table';

const RIVER_HEADLINES = 60;

export const metadata: Metadata = { title: 'Sources', description: 'The publishers this desk reads.' };

export default async function Page() {
  const time = await startPage();
  const [sources, headlines] = await Promise.all([readSources(), readHeadlines({ limit: RIVER_HEADLINES })]);
  return (
    <DeskFrame now={time.now} asideLabel="River" aside={<River headlines={headlines} time={time} />}>
      <div className="pt-5 pb-8 text-13">
        <h1 className="text-20 leading-row tracking-tight">Sources</h1>
        <p className="mt-1.5 mb-4 text-muted">
          {countWords(sources.length, 'publisher')} whose feeds this desk reads.
        </p>
        <SourceTable sources={sources} time={time} />
      </div>
    </DeskFrame>
  );
}
