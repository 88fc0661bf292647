import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import type { OpmlImport } from '@/db/queries/opml-imports';
import { importWords } from '@/lib/model/opml-words';

const HEADINGS = ['List', 'How far', 'Added', 'Already there or merged', 'Refused'];

/** The lists that were brought, the newest first. */
export function ImportTable({ imports, time }: { imports: readonly OpmlImport[]; time: PageTime }) {
  return (
    <section aria-labelledby="imports" className="mt-6">
      <ColumnHeading id="imports" title="Imports so far" />
      {imports.length === 0 ? (
        <Note>
          Nothing has been imported yet. Each list you bring stands here, with what became of its lines.
        </Note>
      ) : (
        <RecordTable caption="Lists of feeds and what became of them" headings={HEADINGS}>
          {imports.map((each) => (
            <Row key={each.id} list={each} time={time} />
          ))}
        </RecordTable>
      )}
    </section>
  );
}

function Row({ list, time }: { list: OpmlImport; time: PageTime }) {
  const { counts } = list;
  return (
    <RecordRow name={<Name list={list} time={time} />}>
      <RecordCell wide>{importWords(list)}</RecordCell>
      <RecordCell label="Added">{counts.added}</RecordCell>
      <RecordCell label="Already there">{counts.known + counts.merged}</RecordCell>
      <RecordCell label="Refused">{counts.refused}</RecordCell>
    </RecordRow>
  );
}

function Name({ list, time }: { list: OpmlImport; time: PageTime }) {
  return (
    <>
      <DeskLink href={`/console/opml/${list.id}`} className="reach font-semibold break-words">
        {list.fileName}
      </DeskLink>
      <span className="block text-12 break-words text-muted">
        {list.title !== undefined && (
          <>
            <bdi>{list.title}</bdi>
            {' · '}
          </>
        )}
        <When at={list.createdAt} time={time} />
      </span>
    </>
  );
}
