import { z } from 'zod';
import { toHttpUrl } from '@/lib/core/url';
import { SOURCE_KINDS, type Source } from '@/lib/model/feed';
import type { SourceDraft } from '@/lib/model/feed-preview';
import { toProblems } from './to-problems';

const source = z.object({
  name: z.string().trim().min(1, 'The source needs a name.').max(80, 'A name may have 80 characters.'),
  siteUrl: z
    .string()
    .trim()
    .max(500)
    .refine(
      (text) => toHttpUrl(text) !== undefined,
      'The site is a web address, such as https://outlet.example.',
    ),
  language: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})?$/, 'A language is its code: en, zh, pt-BR.'),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^(?:[A-Z]{2})?$/, 'A country is its two letters, such as US, or nothing.'),
  kind: z.enum(SOURCE_KINDS, 'Choose what kind of source it is.'),
  cryptoOnly: z.boolean(),
});

export interface InvalidSource {
  readonly kind: 'invalid';
  readonly problems: Readonly<Partial<Record<keyof SourceDraft, string>>>;
}

/** What an operator wrote of a source, as it would be stored, or what does not fit and where. */
export function readSourceDraft(
  draft: SourceDraft,
): { readonly kind: 'valid'; readonly source: Omit<Source, 'id'> } | InvalidSource {
  const result = source.safeParse(draft);
  if (!result.success) return { kind: 'invalid', problems: toProblems(result.error) };
  const { country } = result.data;
  return { kind: 'valid', source: { ...result.data, country: country === '' ? undefined : country } };
}
