import { RecordCell, RecordRow, RecordTable } from '@/app/_ui/record-table';
import { formatBytes } from '@/lib/core/format-bytes';
import { shareWords, type Politeness } from '@/lib/model/politeness';

interface PolitenessLedgerProps {
  readonly caption: string;
  /** What the rows stand for: `Time`, `Day`. */
  readonly heading: string;
  readonly rows: readonly (readonly [name: string, sums: Politeness])[];
}

/** What asking came to: how often it cost the sites nothing, what travelled, and what they asked us to wait. */
export function PolitenessLedger({ caption, heading, rows }: PolitenessLedgerProps) {
  return (
    <RecordTable caption={caption} headings={[heading, ...COLUMNS.map(({ name }) => name)]}>
      {rows.map(([name, sums]) => (
        <RecordRow key={name} name={name}>
          {COLUMNS.map((column) => (
            <RecordCell key={column.name} label={column.name}>
              {column.write(sums)}
            </RecordCell>
          ))}
        </RecordRow>
      ))}
    </RecordTable>
  );
}

const COLUMNS: readonly { readonly name: string; readonly write: (sums: Politeness) => string }[] = [
  { name: 'Times asked', write: ({ polls }) => count(polls) },
  { name: 'Nothing new (304)', write: ({ notModified, polls }) => shareWords(notModified, polls) },
  { name: 'Same file again', write: ({ unchanged, polls }) => shareWords(unchanged, polls) },
  { name: 'Failed', write: ({ failed, polls }) => shareWords(failed, polls) },
  { name: 'Told to wait, and did', write: ({ retryAfters }) => count(retryAfters) },
  { name: 'Downloaded', write: ({ wireBytes }) => formatBytes(wireBytes) },
  { name: 'Download saved', write: ({ savedBytes }) => formatBytes(savedBytes) },
  { name: 'New articles', write: ({ newArticles }) => count(newArticles) },
];

function count(number: number): string {
  return number.toLocaleString('en');
}
