import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { FeedActions } from '@/app/_client/console/feed-actions';
import { KeepFresh } from '@/app/_client/console/keep-fresh';
import { startPage } from '@/app/_desk/page-time';
import { DeskLink } from '@/app/_ui/desk-link';
import { requireOperator } from '@/app/console/require-operator';
import { countImportedFeeds } from '@/db/queries/imported-feeds';
import { readOpmlImport } from '@/db/queries/opml-imports';
import { readOpmlLines } from '@/db/queries/opml-lines';
import { OPML_LINE_RESULTS } from '@/lib/model/opml-import';
import { actOnImport } from './actions';
import { ImportHeader } from './import-header';
import { LineFilter } from './line-filter';
import { LineTable } from './line-table';

const LINES = 200;
const REFRESH_MS = 1_000;

const query = z.object({
  result: z.enum(OPML_LINE_RESULTS).optional().catch(undefined),
  after: z.coerce.number().int().nonnegative().catch(0),
});

interface ImportPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const findImport = cache(async (id: string) => {
  await requireOperator(`/console/opml/${encodeURIComponent(id)}`);
  const found = /^\d{1,15}$/.test(id) ? await readOpmlImport(Number(id)) : undefined;
  return found ?? notFound();
});

export async function generateMetadata({ params }: ImportPageProps): Promise<Metadata> {
  return { title: (await findImport((await params).id)).fileName };
}

export default async function Page({ params, searchParams }: ImportPageProps) {
  const time = await startPage();
  const list = await findImport((await params).id);
  const { result, after } = query.parse(await searchParams);
  const [lines, imported] = await Promise.all([
    readOpmlLines({ importId: list.id, result, after, limit: LINES }),
    countImportedFeeds(list.id),
  ]);
  return (
    <main id="main" className="mx-auto w-full max-w-360 grow px-4 pt-5 pb-10">
      <p className="text-12 text-muted">
        <DeskLink href="/console/opml" className="reach">
          Import and export
        </DeskLink>
      </p>
      <FeedActions action={actOnImport}>
        <ImportHeader list={list} imported={imported} time={time} />
        <LineFilter list={list} result={result} />
        <LineTable lines={lines} list={list} result={result} hasMore={lines.length === LINES} />
      </FeedActions>
      {list.state === 'running' && <KeepFresh everyMs={REFRESH_MS} />}
    </main>
  );
}
