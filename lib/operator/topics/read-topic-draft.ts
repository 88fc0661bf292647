import { z } from 'zod';
import { unknownSources, unknownTokens } from '@/db/queries/unknown-ids';
import type { SourceId, TokenId } from '@/lib/model/ids';
import type { TopicDraft, TopicSettings } from '@/lib/model/topic';
import { toProblems } from '@/lib/operator/to-problems';

const MAX_WORDS = 400;
const MAX_WORD_CHARS = 80;
const MAX_IDS = 400;
const LATIN_LETTER_ALONE = /^[\p{Script=Latin}\p{N}]$/u;

export type TopicProblems = Readonly<Partial<Record<keyof TopicDraft, string>>>;

export type ReadTopicDraft =
  | { readonly kind: 'read'; readonly settings: Omit<TopicSettings, 'editedAt'> }
  | { readonly kind: 'invalid'; readonly problems: TopicProblems };

const draft = z.object({
  name: z.string().trim().min(1, 'A topic has a name.').max(60, 'At most 60 characters.'),
  description: z.string().trim().min(1, 'One sentence for readers.').max(300, 'At most 300 characters.'),
  words: lines(/\n/, MAX_WORDS).pipe(
    z.array(
      z
        .string()
        .max(MAX_WORD_CHARS, `A word or phrase has at most ${MAX_WORD_CHARS} characters.`)
        .regex(/[\p{L}\p{N}]/u, 'A word holds a letter or a digit.')
        .refine((word) => !LATIN_LETTER_ALONE.test(word), 'One letter alone stands in every text.'),
    ),
  ),
  tokenIds: lines(/[\s,]/, MAX_IDS).transform((ids) => ids.map((id) => id as TokenId)),
  sourceIds: lines(/[\s,]/, MAX_IDS).transform((ids) => ids.map((id) => id as SourceId)),
  languages: lines(/[\s,]/, MAX_IDS).pipe(
    z.array(z.string().regex(/^[a-z]{2,3}$/, 'Languages are written en, zh, ko.')),
  ),
});

/** A topic as its form was filled in, or what does not fit, by field. */
export async function readTopicDraft(wanted: TopicDraft): Promise<ReadTopicDraft> {
  const read = draft.safeParse(wanted);
  if (!read.success) return { kind: 'invalid', problems: toProblems(read.error) };
  const settings = read.data;
  const problems = {
    ...(settings.words.length + settings.tokenIds.length + settings.sourceIds.length === 0 && {
      words: 'Without a word, a token or a source no article would belong to it.',
    }),
    ...nameUnknown('tokenIds', 'token', await unknownTokens(settings.tokenIds)),
    ...nameUnknown('sourceIds', 'source', await unknownSources(settings.sourceIds)),
  };
  return Object.keys(problems).length > 0 ? { kind: 'invalid', problems } : { kind: 'read', settings };
}

function lines(separator: RegExp, max: number) {
  return z.string().transform((text, context) => {
    const parts = text
      .split(separator)
      .map((part) => part.trim().replace(/\s+/g, ' '))
      .filter((part) => part !== '');
    if (parts.length > max) context.addIssue({ code: 'custom', message: `At most ${max} of them.` });
    return [...new Set(parts)];
  });
}

function nameUnknown(field: keyof TopicDraft, noun: string, ids: readonly string[]): TopicProblems {
  return ids.length === 0 ? {} : { [field]: `No ${noun} has the id ${ids.slice(0, 5).join(', ')}.` };
}
