import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import type { OpmlImport } from '@/db/queries/opml-imports';
import type { OpmlLine } from '@/db/queries/opml-lines';
import type { OpmlLineResult } from '@/lib/model/opml-import';
import { OPML_LINE_MARKS, OPML_LINE_WORDS } from '@/lib/model/opml-words';

const HEADINGS = ['Line of the list', 'Folder', 'Result', 'Feed', 'Why'];

interface LineTableProps {
  readonly lines: readonly OpmlLine[];
  readonly list: OpmlImport;
  readonly result: OpmlLineResult | undefined;
  readonly hasMore: boolean;
}

/** What became of each line. */
export function LineTable({ lines, list, result, hasMore }: LineTableProps) {
  if (lines.length === 0) return <Note>No line of the list stands here.</Note>;
  const rest = new URLSearchParams({
    ...(result && { result }),
    after: String(lines.at(-1)?.position ?? 0),
  });
  return (
    <>
      <RecordTable caption="Lines of the list and what became of each" headings={HEADINGS}>
        {lines.map((line) => (
          <Row key={line.position} line={line} />
        ))}
      </RecordTable>
      {hasMore && (
        <p className="py-4 text-13">
          <DeskLink href={`/console/opml/${list.id}?${rest}`} className="underline">
            Next lines
          </DeskLink>
        </p>
      )}
    </>
  );
}

function Row({ line }: { line: OpmlLine }) {
  const isTrouble = line.result === 'refused';
  return (
    <RecordRow name={<Name line={line} />}>
      <RecordCell label="Folder">
        <span dir="auto" className="text-12 break-words text-muted">
          {line.folder ?? '–'}
        </span>
      </RecordCell>
      <RecordCell label="Result">
        <span className={`whitespace-nowrap ${isTrouble ? 'font-semibold' : ''}`}>
          <span aria-hidden="true" className="me-1.5 inline-block w-3 text-center">
            {OPML_LINE_MARKS[line.result]}
          </span>
          {OPML_LINE_WORDS[line.result]}
        </span>
      </RecordCell>
      <RecordCell label="Feed">
        <FeedLink line={line} />
      </RecordCell>
      <RecordCell wide>
        <span className="text-12 text-pretty break-words text-muted">{line.message}</span>
      </RecordCell>
    </RecordRow>
  );
}

function Name({ line }: { line: OpmlLine }) {
  return (
    <span className="grid grid-cols-[auto_1fr] gap-x-3">
      <span className="min-w-6 text-end text-12 text-faint tabular-nums">{line.position}</span>
      <span className="min-w-0">
        {line.title !== undefined && (
          <span className="block break-words">
            <bdi>{line.title}</bdi>
          </span>
        )}
        <span className="block text-12 break-all text-muted">{line.url === '' ? '–' : line.url}</span>
      </span>
    </span>
  );
}

function FeedLink({ line }: { line: OpmlLine }) {
  if (!line.feed) return <span className="text-faint">–</span>;
  return (
    <>
      <DeskLink
        href={`/console/feeds/${line.feed.id}`}
        className="line-clamp-2 max-w-60 break-words underline"
      >
        {line.feed.sourceName}
      </DeskLink>
      {line.feed.isRemoved && <span className="block text-12 text-muted">removed since</span>}
    </>
  );
}
