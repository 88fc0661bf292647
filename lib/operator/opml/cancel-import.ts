import { readOpmlImport } from '@/db/queries/opml-imports';
import { markImportCancelled } from '@/db/writes/mark-import-cancelled';

export type CancelImportResult =
  | { readonly kind: 'cancelled'; readonly added: number; readonly left: number }
  /** It had come to its end, or never was. */
  | { readonly kind: 'over' };

/** Ends a running import where it stands. What was added stays until somebody removes it. */
export async function cancelImport(id: number, now: Date): Promise<CancelImportResult> {
  if (!(await markImportCancelled(id, now))) return { kind: 'over' };
  const { counts } = (await readOpmlImport(id)) ?? { counts: { added: 0, cancelled: 0 } };
  return { kind: 'cancelled', added: counts.added, left: counts.cancelled };
}
