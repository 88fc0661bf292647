import type { PageTime } from '@/app/_desk/page-time';
import { When } from '@/app/_desk/when';
import { ColumnHeading } from '@/app/_ui/column-heading';
import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import type { OpmlImport } from '@/db/queries/opml-imports';
import { importWords } from '@/lib/model/opml-words';

const HEADINGS = ['List', 'How far', 'Added', 'Known or merged', 'Refused', 'Brought'];

/** The lists that were brought, the newest first. */
export function ImportTable({ imports, time }: { imports: readonly OpmlImport[]; time: PageTime }) {
  return (
    <section aria-labelledby="imports" className="mt-6">
      <ColumnHeading id="imports" title="Brought so far" />
      {imports.length === 0 ? (
        <Note>No list has been brought yet. What you import stands here, line by line.</Note>
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
    <RecordRow name={<Name list={list} />}>
      <RecordCell wide>{importWords(list)}</RecordCell>
      <RecordCell label="Added">{counts.added}</RecordCell>
      <RecordCell label="Known or merged">{counts.known + counts.merged}</RecordCell>
      <RecordCell label="Refused">{counts.refused}</RecordCell>
      <RecordCell label="Brought">
        <When at={list.createdAt} time={time} />
      </RecordCell>
    </RecordRow>
  );
}

function Name({ list }: { list: OpmlImport }) {
  return (
    <>
      <DeskLink href={`/console/opml/${list.id}`} className="font-semibold break-words">
        {list.fileName}
      </DeskLink>
      {list.title !== undefined && (
        <span dir="auto" className="block text-12 break-words text-muted">
          {list.title}
        </span>
      )}
    </>
  );
}
