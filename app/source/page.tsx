import type { Metadata } from 'next';
import { Ago } from '@/app/_client/time/ago';
import { DeskFrame } from '@/app/_desk/desk-frame';
import { startPage, type PageTime } from '@/app/_desk/page-time';
import { River } from '@/app/_desk/river';
import { DeskLink } from '@/app/_ui/desk-link';
import { readHeadlines } from '@/db/queries/headlines';
import { readSources, type SourceSummary } from '@/db/queries/source';
import { formatMoment } from '@/lib/core/format-time';
import { worstFeedWords } from '@/lib/model/source-words';
import { sourcePath } from '@/lib/model/paths';

const RIVER_HEADLINES = 60;

export const metadata: Metadata = { title: 'Sources' };

export default async function Page() {
  const time = await startPage();
  const [sources, headlines] = await Promise.all([readSources(), readHeadlines({ limit: RIVER_HEADLINES })]);
  return (
    <DeskFrame now={time.now} asideLabel="River" aside={<River headlines={headlines} time={time} />}>
      <div className="pt-5 pb-8 text-13">
        <h1 className="text-20 leading-row tracking-tight">Sources</h1>
        <p className="mt-1.5 text-muted">{sources.length} publishers whose feeds this desk reads.</p>
        <div className="mt-4 overflow-x-auto">
          <table className="w-full border-t border-line">
            <thead className="text-start text-12 text-faint">
              <tr className="border-b border-line">
                <th scope="col" className="py-1.5 pe-4 text-start font-normal">
                  Source
                </th>
                <th scope="col" className="py-1.5 pe-4 text-start font-normal">
                  Kind
                </th>
                <th scope="col" className="py-1.5 pe-4 text-start font-normal">
                  Language
                </th>
                <th scope="col" className="py-1.5 pe-4 text-start font-normal">
                  Feeds
                </th>
                <th scope="col" className="py-1.5 text-end font-normal">
                  Last new article
                </th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <SourceRow key={source.id} source={source} time={time} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </DeskFrame>
  );
}

function SourceRow({ source, time }: { source: SourceSummary; time: PageTime }) {
  return (
    <tr className="h-7 border-b border-line last:border-b-0 hover:bg-surface pointer-coarse:h-11">
      <th scope="row" className="pe-4 text-start font-semibold whitespace-nowrap">
        <DeskLink href={sourcePath(source.id)}>{source.name}</DeskLink>
      </th>
      <td className="pe-4 text-muted">{source.kind}</td>
      <td className="pe-4 text-muted">{source.language}</td>
      <td className="pe-4 text-muted">{worstFeedWords(source.states)}</td>
      <td className="text-end whitespace-nowrap text-muted">
        {source.lastArticleAt ? (
          <Ago
            at={source.lastArticleAt}
            now={time.now}
            moment={formatMoment(source.lastArticleAt, time.zone)}
          />
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}
