import type { Metadata } from 'next';
import { z } from 'zod';
import { KeepFresh } from '@/app/_client/console/keep-fresh';
import { UploadList } from '@/app/_client/console/upload-list';
import { startPage } from '@/app/_desk/page-time';
import { requireOperator } from '@/app/console/require-operator';
import { readOpmlImports } from '@/db/queries/opml-imports';
import { OPML_REFUSAL_WORDS, OPML_REFUSALS } from '@/lib/model/opml-import';
import { ImportTable } from './import-table';

const IMPORTS = 50;
const REFRESH_MS = 2_000;

export const metadata: Metadata = { title: 'Import and export' };

const query = z.object({ problem: z.enum(OPML_REFUSALS).optional().catch(undefined) });

interface ListsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: ListsPageProps) {
  const time = await startPage();
  await requireOperator('/console/opml');
  const { problem } = query.parse(await searchParams);
  const imports = await readOpmlImports(IMPORTS);
  const isRunning = imports.some(({ state }) => state === 'running');
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-20 leading-row tracking-tight">Import and export</h1>
        <a
          href="/console/opml/export"
          download
          className="inline-flex h-9 items-center rounded-4 border border-line bg-surface px-4 text-13 hover:border-faint hover:no-underline pointer-coarse:h-11"
        >
          Export the catalogue
        </a>
      </div>
      <p className="mt-1 mb-4 max-w-[72ch] text-13 leading-article text-pretty text-muted">
        Every feed reader can save its feeds as a list, in a format called OPML. Bring such a list, and see
        line by line what became of it: added, already there, merged with another line, or refused and why.
      </p>
      <UploadList
        action="/console/opml/upload"
        problem={problem === undefined ? undefined : OPML_REFUSAL_WORDS[problem]}
      />
      <ImportTable imports={imports} time={time} />
      {isRunning && <KeepFresh everyMs={REFRESH_MS} />}
    </main>
  );
}
