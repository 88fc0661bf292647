import { SOURCE_KINDS } from '@/lib/model/feed';
import type { SourceDraft } from '@/lib/model/feed-preview';

/** What a form says of a source, not yet judged. */
export function toSourceDraft(form: FormData): SourceDraft {
  return {
    name: textOf(form, 'name'),
    siteUrl: textOf(form, 'siteUrl'),
    language: textOf(form, 'language'),
    country: textOf(form, 'country'),
    kind: SOURCE_KINDS.find((kind) => kind === form.get('kind')) ?? 'newsroom',
    cryptoOnly: form.get('cryptoOnly') !== null,
  };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
