import { DeskLink } from '@/app/_ui/desk-link';
import { Note } from '@/app/_ui/note';
import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import type { OpmlImport } from '@/db/queries/opml-imports';
import type { OpmlLine } from '@/db/queries/opml-lines';
import type { OpmlLineResult } from '@/lib/model/opml-import';
import { OPML_LINE_MARKS, OPML_LINE_WORDS } from '@/lib/model/opml-words';

const HEADINGS = ['Line of the list', 'What became of it', 'Feed'];

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
          <DeskLink href={`/console/opml/${list.id}?${rest}`} className="reach underline">
            Next lines
          </DeskLink>
        </p>
      )}
    </>
  );
}

function Row({ line }: { line: OpmlLine }) {
  return (
    <RecordRow name={<Name line={line} />}>
      <RecordCell wide>
        <Result line={line} />
      </RecordCell>
      <RecordCell wide>
        <FeedLink line={line} />
      </RecordCell>
    </RecordRow>
  );
}

function Result({ line: { result, message } }: { line: OpmlLine }) {
  return (
    <span className="grid grid-cols-[1.25rem_1fr]">
      <span aria-hidden="true">{OPML_LINE_MARKS[result]}</span>
      <span className="min-w-0">
        <span className={result === 'refused' ? 'font-semibold' : ''}>{OPML_LINE_WORDS[result]}</span>
        {message !== undefined && (
          <span className="block text-12 text-pretty break-words text-muted">{message}</span>
        )}
      </span>
    </span>
  );
}

function Name({ line }: { line: OpmlLine }) {
  return (
    <>
      <span className="block break-words">
        <span className="me-2 text-12 text-faint tabular-nums">{line.position}</span>
        <bdi>{line.title ?? 'without a name'}</bdi>
      </span>
      {line.url !== '' && <span className="block text-12 break-all text-muted">{line.url}</span>}
      {line.folder !== undefined && (
        <span className="block text-12 break-words text-faint">
          in <bdi>{line.folder}</bdi>
        </span>
      )}
    </>
  );
}

function FeedLink({ line }: { line: OpmlLine }) {
  if (!line.feed) return null;
  return (
    <>
      <DeskLink href={`/console/feeds/${line.feed.id}`} className="reach break-words underline">
        {line.feed.sourceName}
      </DeskLink>
      {line.feed.isRemoved && <span className="block text-12 text-muted">removed since</span>}
    </>
  );
}
