import { insertFeed } from '@/db/writes/insert-feed';
import type { FullTextMode, Source } from '@/lib/model/feed';
import type { FeedPreview, SourceDraft } from '@/lib/model/feed-preview';
import type { FeedId, SourceId } from '@/lib/model/ids';
import { processHttp, type Http } from '@/lib/system/http';
import type { Operator } from './auth';
import { previewFeed } from './preview-feed';
import { readSourceDraft, type InvalidSource } from './read-source-draft';
import { toSourceId } from './to-source-id';

export interface FeedToAdd {
  readonly url: string;
  /** A source the desk has, or what the new one shall be. */
  readonly source: { readonly id: SourceId } | SourceDraft;
  /** What readers are shown of its articles, where the operator has said so. */
  readonly fullText?: FullTextMode | undefined;
}

export type AddFeedResult =
  | { readonly kind: 'added'; readonly id: FeedId }
  | { readonly kind: 'exists'; readonly id: FeedId }
  | InvalidSource
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
  const parsed = 'id' in wanted.source ? wanted.source.id : toSource(wanted.source);
  if (typeof parsed === 'object' && 'kind' in parsed && parsed.kind === 'invalid') return parsed;
  const preview = await previewFeed(wanted.url, now, http);
  if (preview.kind !== 'feed') return { kind: 'refused', preview };
  const provenance = `added in the console by ${operator.name}`;
  const { fullText } = wanted;
  const inserted = await insertFeed({ url: preview.url, provenance, source: parsed, fullText }, now);
  if (inserted.kind === 'no-source')
    return { kind: 'invalid', problems: { name: 'This source is not there any more.' } };
  return { kind: inserted.kind === 'exists' ? 'exists' : 'added', id: inserted.id };
}

function toSource(draft: SourceDraft): Source | InvalidSource {
  const read = readSourceDraft(draft);
  if (read.kind === 'invalid') return read;
  return { ...read.source, id: toSourceId(read.source.name, read.source.siteUrl) };
}
