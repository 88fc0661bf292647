import { articleTokens } from '@/db/schema/articles';
import type { TagReason } from '@/lib/model/explain-tag';

/** The columns behind a {@link TagReason}. */
export const tagReasonColumns = {
  field: articleTokens.field,
  rule: articleTokens.rule,
  matchedText: articleTokens.matchedText,
  confirmedBy: articleTokens.confirmedBy,
  decidedBy: articleTokens.decidedBy,
};

export function toTagReason({
  field,
  rule,
  matchedText,
  confirmedBy,
  decidedBy,
}: Pick<typeof articleTokens.$inferSelect, keyof typeof tagReasonColumns>): TagReason {
  return { field, rule, matchedText, confirmedBy: confirmedBy ?? undefined, decidedBy };
}
