import { z } from 'zod';
import { insertFeed } from '@/db/writes/insert-feed';
import { toHttpUrl } from '@/lib/core/url';
import { toSlug } from '@/lib/core/slug';
import { SOURCE_KINDS, type Source } from '@/lib/model/feed';
import type { FeedPreview, SourceDraft } from '@/lib/model/feed-preview';
import type { FeedId, SourceId } from '@/lib/model/ids';
import { processHttp, type Http } from '@/lib/system/http';
import type { Operator } from './auth';
import { previewFeed } from './preview-feed';

const MAX_SLUG_CHARS = 60;

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

export interface FeedToAdd {
  readonly url: string;
  /** A source the desk has, or what the new one shall be. */
  readonly source: { readonly id: SourceId } | SourceDraft;
}

export type AddFeedResult =
  | { readonly kind: 'added'; readonly id: FeedId }
  | { readonly kind: 'exists'; readonly id: FeedId }
  | { readonly kind: 'invalid'; readonly problems: Readonly<Partial<Record<keyof SourceDraft, string>>> }
  /** Looked at again at the moment of adding, it is no feed. */
  | { readonly kind: 'refused'; readonly preview: Exclude<FeedPreview, { kind: 'feed' }> };

/** Adds a feed to the catalogue, due at once. What cannot be read as a feed right now is not stored. */
export async function addFeed(
  wanted: FeedToAdd,
  {
    operator,
    now,
    http = processHttp(),
  }: { readonly operator: Operator; readonly now: Date; readonly http?: Http },
): Promise<AddFeedResult> {
  const parsed = 'id' in wanted.source ? wanted.source.id : toSource(source.safeParse(wanted.source));
  if (typeof parsed === 'object' && 'kind' in parsed && parsed.kind === 'invalid') return parsed;
  const preview = await previewFeed(wanted.url, now, http);
  if (preview.kind !== 'feed') return { kind: 'refused', preview };
  const provenance = `added in the console by ${operator.name}`;
  const inserted = await insertFeed({ url: preview.url, provenance, source: parsed }, now);
  if (inserted.kind === 'no-source')
    return { kind: 'invalid', problems: { name: 'This source is not there any more.' } };
  return { kind: inserted.kind === 'exists' ? 'exists' : 'added', id: inserted.id };
}

function toSource(result: z.ZodSafeParseResult<z.infer<typeof source>>): Source | InvalidSource {
  if (!result.success) return { kind: 'invalid', problems: toProblems(result.error) };
  const { data } = result;
  return {
    ...data,
    id: idFor(data.name, data.siteUrl),
    country: data.country === '' ? undefined : data.country,
  };
}

function toProblems(error: z.ZodError): InvalidSource['problems'] {
  return Object.fromEntries(error.issues.toReversed().map((issue) => [issue.path[0], issue.message]));
}

/** Readable in an address: the name where it is Latin, else the host. */
function idFor(name: string, siteUrl: string): SourceId {
  const slug = toSlug(name);
  const readable = /^[a-z\d-]+$/.test(slug) ? slug : toSlug(new URL(siteUrl).hostname.replace(/^www\./, ''));
  return readable.slice(0, MAX_SLUG_CHARS) as SourceId;
}

type InvalidSource = Extract<AddFeedResult, { kind: 'invalid' }>;
