import type { Metadata } from 'next';
import { FeedActions } from '@/app/_client/console/feed-actions';
import { startPage } from '@/app/_desk/page-time';
import { actOnNews } from '@/app/console/newsroom-actions';
import { requireOperator } from '@/app/console/require-operator';
import { readOpenReports } from '@/db/queries/open-reports';
import { ReportTable } from './report-table';

const MAX_REPORTS = 200;

export const metadata: Metadata = { title: 'Reports' };

export default async function Page() {
  const time = await startPage();
  await requireOperator('/console/reports');
  const reports = await readOpenReports(MAX_REPORTS);
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <h1 className="text-20 leading-row tracking-tight">Reports</h1>
      <p className="mt-1 mb-4 max-w-[72ch] text-13 leading-article text-pretty text-muted">
        Tags that readers call the wrong coin, the oldest first. Taken off, a tag never comes back to that
        article; kept, the reports on it are settled.
      </p>
      <FeedActions action={actOnNews}>
        <ReportTable reports={reports} time={time} />
      </FeedActions>
    </main>
  );
}
