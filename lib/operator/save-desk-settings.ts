import { z } from 'zod';
import { readDeskSettings } from '@/db/queries/desk-settings';
import { countExpired } from '@/db/queries/count-expired';
import { updateDeskSettings } from '@/db/writes/update-desk-settings';
import {
  MAX_KEEP_FETCHES_DAYS,
  type DeskSettings,
  type DeskSettingsDraft,
  type RetentionEffect,
} from '@/lib/model/desk-settings';
import { MAX_KEEP_DAYS } from '@/lib/model/feed-settings';
import { toProblems } from './to-problems';

export type DeskSettingsProblems = Readonly<Partial<Record<keyof DeskSettingsDraft, string>>>;

export type SaveDeskSettingsResult =
  | { readonly kind: 'saved'; readonly before: DeskSettings; readonly after: DeskSettings }
  /** Something would go: nothing is saved until the operator has seen how much, and says so again. */
  | { readonly kind: 'unconfirmed'; readonly effect: RetentionEffect; readonly toConfirm: string }
  | { readonly kind: 'invalid'; readonly problems: DeskSettingsProblems };

/**
 * Changes how long the desk keeps things.
 * @param confirmed what the operator has seen: `toConfirm` of the answer before.
 */
export async function saveDeskSettings(
  wanted: DeskSettingsDraft,
  confirmed: string | undefined,
  now: Date,
): Promise<SaveDeskSettingsResult> {
  const read = schemaFor(wanted).safeParse(wanted);
  if (!read.success) return { kind: 'invalid', problems: toProblems(read.error) };
  const after: DeskSettings = {
    keepArticlesDays: typeof read.data.keepArticlesDays === 'number' ? read.data.keepArticlesDays : undefined,
    keepFetchesDays: read.data.keepFetchesDays,
  };
  const before = await readDeskSettings();
  const toConfirm = `${after.keepArticlesDays ?? 'ever'}/${after.keepFetchesDays}`;
  if (confirmed !== toConfirm && isShorter(after, before)) {
    const effect = await countExpired(after, now);
    if (effect.articles + effect.fetches > 0) return { kind: 'unconfirmed', effect, toConfirm };
  }
  await updateDeskSettings(after);
  return { kind: 'saved', before, after };
}

function schemaFor({ keep }: DeskSettingsDraft) {
  return z.object({
    keep: z.enum(['ever', 'days'], 'Choose one of both.'),
    keepArticlesDays: keep === 'days' ? days(MAX_KEEP_DAYS) : z.unknown(),
    keepFetchesDays: days(MAX_KEEP_FETCHES_DAYS),
  });
}

function days(max: number) {
  const words = `Whole days, from 1 to ${max}.`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, words)
    .transform(Number)
    .refine((count) => count >= 1 && count <= max, words);
}

function isShorter(after: DeskSettings, before: DeskSettings): boolean {
  const ever = Number.POSITIVE_INFINITY;
  return (
    (after.keepArticlesDays ?? ever) < (before.keepArticlesDays ?? ever) ||
    after.keepFetchesDays < before.keepFetchesDays
  );
}
