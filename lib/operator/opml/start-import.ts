import { storeOpmlImport } from '@/db/writes/store-opml-import';
import type { OpmlRefusal } from '@/lib/model/opml-import';
import { wakeImports } from './import-work';
import { readOpml } from './read-opml';

const MAX_NAME_CHARS = 120;

export type StartImportResult =
  | { readonly kind: 'started'; readonly id: number; readonly lines: number }
  | { readonly kind: 'unreadable'; readonly reason: OpmlRefusal; readonly message: string };

/** Takes a list of feeds in: all its lines are stored at once and worked off in the background. */
export async function startImport(
  file: { readonly name: string; readonly bytes: Uint8Array },
  now: Date,
  wake: () => void = wakeImports,
): Promise<StartImportResult> {
  const reading = await readOpml(file.bytes);
  if (reading.kind === 'unreadable') return reading;
  const { title, feeds } = reading;
  const id = await storeOpmlImport({ fileName: toFileName(file.name), title, feeds }, now);
  wake();
  return { kind: 'started', id, lines: feeds.length };
}

/** Some browsers send a path along. */
function toFileName(said: string): string {
  const name = (said.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]+/gu, '').trim();
  return name === '' ? 'list.opml' : [...name].slice(0, MAX_NAME_CHARS).join('');
}
