import { ActButton } from '@/app/_client/console/act-button';
import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import type { OpenReport } from '@/db/queries/open-reports';
import { explainTag } from '@/lib/model/explain-tag';
import { countWords } from '@/lib/model/feed-words';

const HEADINGS = ['Article', 'Tag in doubt', 'Readers', 'Since'];

/** What readers doubt, one line a tag, each to be answered. */
export function ReportTable({ reports, time }: { reports: readonly OpenReport[]; time: PageTime }) {
  if (reports.length === 0) return <Note>Nothing is waiting: every report has been answered.</Note>;
  return (
    <RecordTable caption="Tags that readers doubt" headings={HEADINGS} hasActions>
      {reports.map((report) => (
        <RecordRow key={report.id} name={<Article report={report} />}>
          <RecordCell wide>
            <span className="font-semibold">
              {report.name} ({report.symbol})
            </span>
            <span className="block text-12 text-pretty text-muted">
              {report.why ? explainTag(report.why) : 'the tag is gone already'}
            </span>
          </RecordCell>
          <RecordCell label="Readers">{countWords(report.readers, 'reader')}</RecordCell>
          <RecordCell label="Since">
            <When at={report.firstAt} time={time} />
          </RecordCell>
          <RecordCell wide>
            <Answers report={report} />
          </RecordCell>
        </RecordRow>
      ))}
    </RecordTable>
  );
}

function Article({ report }: { report: OpenReport }) {
  return (
    <>
      <DeskLink
        href={`/console/articles/${report.articleId}`}
        className="reach font-semibold text-pretty"
        dir="auto"
        lang={report.language}
      >
        {report.title}
      </DeskLink>
      <span className="block text-12 text-muted">
        <bdi>{report.sourceName}</bdi>
      </span>
      {report.notes.map((note) => (
        <q key={note} className="block text-12 break-words" dir="auto">
          {note}
        </q>
      ))}
    </>
  );
}

function Answers({ report }: { report: OpenReport }) {
  const of = `${report.name}, ${report.title}`;
  return (
    <div className="flex gap-1.5 two:justify-end">
      <ActButton value={`removed:${report.id}`} label="Take the tag off" pendingLabel="Taking off…" of={of} />
      <ActButton value={`kept:${report.id}`} label="Keep it" pendingLabel="Keeping…" of={of} />
    </div>
  );
}
