import { markImportResumed } from '@/db/writes/mark-import-resumed';
import { wakeImports } from './import-work';

export type ContinueImportResult =
  | { readonly kind: 'continued'; readonly lines: number }
  /** It runs, has come to its end, or never was. */
  | { readonly kind: 'not-cancelled' };

/** Goes on with a cancelled import where it was left. */
export async function continueImport(
  id: number,
  wake: () => void = wakeImports,
): Promise<ContinueImportResult> {
  const lines = await markImportResumed(id);
  if (lines === undefined) return { kind: 'not-cancelled' };
  wake();
  return { kind: 'continued', lines };
}
