import { updateSource } from '@/db/writes/update-source';
import type { SourceDraft } from '@/lib/model/feed-preview';
import type { SourceId } from '@/lib/model/ids';
import { readSourceDraft, type InvalidSource } from './read-source-draft';

export type SaveSourceResult = { readonly kind: 'saved' } | { readonly kind: 'missing' } | InvalidSource;

/** Corrects what is said of a source. Articles that are here keep their place; those to come are read by it. */
export async function saveSource(id: SourceId, draft: SourceDraft): Promise<SaveSourceResult> {
  const read = readSourceDraft(draft);
  if (read.kind === 'invalid') return read;
  return { kind: (await updateSource(id, read.source)) ? 'saved' : 'missing' };
}
